package org.mikromerit.issuer.vcapi;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the organisations' issuer instances. */
public interface IssuerInstances {

  /** Adds one, unless the organisation has another by this name. */
  boolean addIfNew(IssuerInstance instance);

  Optional<IssuerInstance> find(UUID organisation, UUID id);

  /** One that issues for everybody. */
  Optional<IssuerInstance> findOpen(UUID id);

  int count(UUID organisation);

  /** In order of id, which is that of time, after the given one. */
  List<IssuerInstance> list(UUID organisation, UUID after, int most);
}
