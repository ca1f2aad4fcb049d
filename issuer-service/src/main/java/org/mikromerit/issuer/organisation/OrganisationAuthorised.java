package org.mikromerit.issuer.organisation;

import java.util.UUID;

/**
 * Told within this service, in the transaction that learns of it, each time that the registry says
 * an organisation is authorised. Who observes it does nothing the second time.
 */
public record OrganisationAuthorised(UUID organisation) {

  /** Observers run in this order: no list without a key. */
  public static final int MAKE_KEY = 100;

  public static final int OPEN_STATUS_LISTS = 200;
}
