package org.mikromerit.issuer.definition;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps definitions and their versions. Nobody finds another organisation's through it, but for
 * what that one published, which is no secret.
 */
public interface Definitions {

  void add(Definition definition);

  Optional<Definition> find(UUID organisation, UUID id);

  /** The same, and nobody else changes it until this transaction ends. */
  Optional<Definition> lock(UUID organisation, UUID id);

  /** In order of id, after the given one. */
  List<Definition> list(UUID organisation, UUID after, int most);

  void redraft(Definition definition);

  /** Adds a version; the definition was locked before. */
  void publish(PublishedDefinition version);

  Optional<PublishedDefinition> version(UUID organisation, UUID id, int version);

  /** The version, whoever published it. */
  Optional<PublishedDefinition> publishedByAnybody(UUID id, int version);

  /** Everybody's versions by definition and version, after the given one. */
  List<PublishedDefinition> versionsAfter(UUID definition, int version, int most);

  Optional<PublishedDefinition> newestVersion(UUID organisation, UUID id);
}
