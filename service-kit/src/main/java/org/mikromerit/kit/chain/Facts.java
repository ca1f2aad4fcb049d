package org.mikromerit.kit.chain;

import java.util.List;

/** What a service never rewrites: one application-scoped bean in each that has any. */
public interface Facts {

  /** Its own tables; the kit adds those that every service has. */
  List<SealedTable> tables();

  /** Its own tables whose rows do change, and each of whose changes it notes. */
  default List<NotedTable> noted() {
    return List.of();
  }
}
