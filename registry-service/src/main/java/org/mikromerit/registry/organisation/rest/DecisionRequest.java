package org.mikromerit.registry.organisation.rest;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.registry.organisation.Decision;
import org.mikromerit.registry.organisation.PublicText;

/** What an authority sends to decide. */
@Schema(requiredProperties = "decision")
record DecisionRequest(
    @Nullable Verdict decision,
    @Schema(
            maxLength = 500,
            description =
                "Published with the decision, so nothing about persons; a refusal must have one")
        @Nullable String reason) {

  static final String AUTHORISE_EXAMPLE =
      """
      {"decision": "AUTHORISE", "reason": "Tillstånd från Skolinspektionen, dnr 2025:1234"}
      """;
  static final String REFUSE_EXAMPLE =
      """
      {"decision": "REFUSE", "reason": "Quality assurance is not described"}
      """;

  private static final int LONGEST_REASON = 500;

  enum Verdict {
    AUTHORISE,
    REFUSE
  }

  Decision toDecision() {
    InvalidFields invalid = new InvalidFields();
    Optional<String> goodReason =
        Optional.ofNullable(reason).flatMap(text -> PublicText.of(text, LONGEST_REASON));
    if (decision == null) {
      invalid.add("/decision", "decision is AUTHORISE or REFUSE.");
    }
    if (goodReason.isEmpty() && (reason != null || decision == Verdict.REFUSE)) {
      invalid.add("/reason", "reason is text of 1 to 500 characters, and a refusal must have one.");
    }
    if (decision == null || !invalid.isEmpty()) {
      throw invalid.problem();
    }
    return switch (decision) {
      case AUTHORISE -> new Decision.Authorise(goodReason.orElse(null));
      case REFUSE -> new Decision.Refuse(goodReason.orElseThrow());
    };
  }
}
