package org.mikromerit.registry.publication;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Every key that any organisation ever had, in the order in which they became valid. */
public interface OrganisationKeys {

  /** Takes the key as it is now, in place of what was known of it. */
  void put(OrganisationKey key);

  List<OrganisationKey> of(Collection<UUID> organisations);
}
