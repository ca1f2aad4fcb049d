package org.mikromerit.issuer.definition.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.definition.Definition;
import org.mikromerit.issuer.definition.Draft;

/**
 * A definition as its creator sees it.
 *
 * @param newestVersion null before the first publication
 */
record DefinitionView(
    UUID id,
    UUID organisation,
    @Nullable Integer newestVersion,
    Draft draft,
    Instant createdAt,
    Instant updatedAt) {

  static DefinitionView of(Definition definition) {
    return new DefinitionView(
        definition.id(),
        definition.organisation(),
        definition.newestVersion() == 0 ? null : definition.newestVersion(),
        definition.draft(),
        definition.createdAt(),
        definition.updatedAt());
  }
}
