package org.mikromerit.issuer.organisation;

import java.util.Optional;
import java.util.UUID;

/** This service's own copy of who may issue. Whoever is not in it is not authorised. */
public interface Organisations {

  Optional<Organisation> find(UUID id);

  /** Writes what the registry announced over what it had announced before. */
  void put(Organisation organisation);
}
