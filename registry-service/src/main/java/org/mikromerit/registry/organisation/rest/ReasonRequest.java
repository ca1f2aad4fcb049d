package org.mikromerit.registry.organisation.rest;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What ends something, and why. */
@Schema(requiredProperties = "reason")
record ReasonRequest(
    @Schema(maxLength = Reasons.LONGEST, description = "Published, so nothing about persons")
        @Nullable String reason) {

  static final String EXAMPLE =
      """
      {"reason": "Granskning pågår efter anmälan, dnr 2026:17"}
      """;

  String read() {
    Optional<String> goodReason = Reasons.of(reason);
    if (goodReason.isEmpty()) {
      InvalidFields invalid = new InvalidFields();
      invalid.add("/reason", Reasons.RULE);
      throw invalid.problem();
    }
    return goodReason.get();
  }
}
