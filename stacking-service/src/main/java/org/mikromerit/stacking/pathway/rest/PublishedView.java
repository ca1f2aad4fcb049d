package org.mikromerit.stacking.pathway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mikromerit.stacking.pathway.PublishedPathway;
import org.mikromerit.stacking.pathway.RuleJson;
import org.mikromerit.stacking.pathway.Title;

/** A published version, as everyone sees it. */
record PublishedView(
    UUID id,
    UUID organisation,
    int version,
    Title title,
    @Schema(type = SchemaType.OBJECT) JsonNode rule,
    Instant publishedAt) {

  static PublishedView of(PublishedPathway pathway) {
    return new PublishedView(
        pathway.id(),
        pathway.organisation(),
        pathway.version(),
        pathway.title(),
        RuleJson.write(pathway.rule()),
        pathway.publishedAt());
  }
}
