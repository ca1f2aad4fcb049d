package org.mikromerit.registry.organisation;

import java.time.Instant;
import java.util.UUID;

/** Who filed organisations' applications. */
public interface Applications {

  void file(UUID organisation, String by, Instant at);

  /** Whether this account filed any of the organisation's applications. */
  boolean wasFiledBy(UUID organisation, String subject);
}
