package org.mikromerit.registry.publication;

import java.util.Optional;
import java.util.UUID;

/** The newest version of each status list. */
public interface StatusLists {

  /**
   * Takes the list if it is newer than the one that is there: a revocation that was seen is never
   * unseen.
   */
  void put(StatusList list);

  Optional<StatusList> find(UUID id);
}
