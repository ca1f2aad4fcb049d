package org.mikromerit.registry.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.kit.sql.Words;

/**
 * The definitions that all organisations have published, version by version, as they announced
 * them.
 */
public interface Catalogue {

  /** Enters a version; one that is there already stays as it is, for versions never change. */
  void add(DefinitionPublishedV1 definition);

  Optional<DefinitionPublishedV1> version(UUID definition, int version);

  /**
   * The newest version of each definition whose title, in any language, has the words, in the order
   * of the definitions' ids: at most so many after the given one.
   *
   * @param among these definitions; empty for among all
   */
  List<DefinitionPublishedV1> newest(Words words, Set<UUID> among, UUID after, int atMost);
}
