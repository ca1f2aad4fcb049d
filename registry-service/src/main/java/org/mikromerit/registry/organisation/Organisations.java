package org.mikromerit.registry.organisation;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.kit.sql.Words;

/** The organisations that we keep, in the order of their ids. */
public interface Organisations {

  /** Adds one that is new; false, and nothing done, if its id is taken. */
  boolean add(Organisation organisation);

  /** One organisation, locked until the transaction ends, so that its changes follow each other. */
  Optional<Organisation> locked(UUID id);

  /** Writes what is new of a locked organisation. */
  void update(Organisation changed);

  Optional<Organisation> find(UUID id);

  /**
   * Who an organisation is, and where it can be reached.
   *
   * @param page for the public
   */
  record Contact(String name, @Nullable URI page) {}

  /** Of the organisations, those that are registered. */
  Map<UUID, Contact> contacts(Collection<UUID> ids);

  /** At most so many, after the given id. */
  List<Organisation> all(UUID after, int atMost);

  /**
   * At most so many of those with the words in their names, after the given id.
   *
   * @param state that they are in; empty for any
   */
  List<Organisation> found(Words words, Optional<OrganisationState> state, UUID after, int atMost);

  /** At most so many of those that are or were authorised, after the given id. */
  List<Organisation> everAuthorised(UUID after, int atMost);

  /** At most so many of those that are authorised now, after the given id. */
  List<Organisation> authorised(UUID after, int atMost);
}
