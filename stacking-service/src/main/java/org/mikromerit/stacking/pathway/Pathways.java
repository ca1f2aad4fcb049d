package org.mikromerit.stacking.pathway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mikromerit.kit.sql.Words;

/** Keeps pathways and their published versions. */
public interface Pathways {
  void add(Pathway pathway);

  /** Keeps title, rule and time of change; the rest never changes by this. */
  void change(Pathway pathway);

  /** The pathway by this id, if it is this organisation's. */
  Optional<Pathway> ownedBy(UUID organisation, UUID id);

  /** The same, held for the rest of the transaction so that no other changes or publishes it. */
  Optional<Pathway> ownedByForChange(UUID organisation, UUID id);

  /** An organisation's pathways by id, after the given one. */
  List<Pathway> listedFor(UUID organisation, UUID after, int limit);

  /**
   * Adds the newest version and makes it findable by its definitions. It waits for those who are
   * just taking in credentials of these definitions, and they for it: see {@link #concernedBy}.
   */
  void publish(PublishedPathway version);

  default Optional<PublishedPathway> newest(UUID id) {
    return newest(Set.of(id)).stream().findFirst();
  }

  /** The newest versions of those that are published. */
  List<PublishedPathway> newest(Set<UUID> ids);

  /** The newest versions whose names have the words, by id, after the given one. */
  List<PublishedPathway> published(Words words, UUID after, int limit);

  Optional<PublishedPathway> version(UUID id, int version);

  /**
   * For each of the definitions the pathways whose newest version names it, if any does. A
   * publication that is under way is waited for; one that comes later finds what this transaction
   * wrote. So no credential falls between the two.
   */
  Map<UUID, Set<UUID>> concernedBy(Set<UUID> definitions);
}
