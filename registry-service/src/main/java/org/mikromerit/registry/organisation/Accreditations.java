package org.mikromerit.registry.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The accreditations of organisations, those that ended among them, in the order of their ids. */
public interface Accreditations {

  void add(Accreditation accreditation);

  /** Keeps the withdrawal of one that stood. */
  void withdraw(Accreditation withdrawn);

  Optional<Accreditation> find(UUID organisation, UUID id);

  List<Accreditation> of(Collection<UUID> organisations);

  /** At most so many of one organisation's, after the given id. */
  List<Accreditation> of(UUID organisation, UUID after, int atMost);
}
