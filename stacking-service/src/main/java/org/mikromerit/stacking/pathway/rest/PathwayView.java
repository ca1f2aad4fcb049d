package org.mikromerit.stacking.pathway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mikromerit.stacking.pathway.Pathway;
import org.mikromerit.stacking.pathway.RuleJson;
import org.mikromerit.stacking.pathway.Title;

/**
 * A pathway as its owner sees it: the draft.
 *
 * @param newest the newest published version; 0 before the first
 */
record PathwayView(
    UUID id,
    UUID organisation,
    Title title,
    @Schema(type = SchemaType.OBJECT) JsonNode rule,
    int newest,
    Instant createdAt,
    Instant changedAt) {

  static PathwayView of(Pathway pathway) {
    return new PathwayView(
        pathway.id(),
        pathway.organisation(),
        pathway.title(),
        RuleJson.write(pathway.rule()),
        pathway.newest(),
        pathway.createdAt(),
        pathway.changedAt());
  }
}
