package org.mikromerit.registry.organisation.rest;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.registry.organisation.Verdict;

/** What a registrar sends to prepare a decision. */
@Schema(requiredProperties = {"proposal", "reason"})
record ReviewRequest(
    @Nullable Verdict proposal,
    @Schema(
            maxLength = Reasons.LONGEST,
            description = "Published with the decision, so nothing about persons")
        @Nullable String reason) {

  static final String EXAMPLE =
      """
      {"proposal": "AUTHORISE", "reason": "Tillstånd från Skolinspektionen, dnr 2025:1234"}
      """;

  record Read(Verdict verdict, String reason) {}

  Read read() {
    InvalidFields invalid = new InvalidFields();
    Optional<String> goodReason = Reasons.of(reason);
    if (proposal == null) {
      invalid.add("/proposal", "proposal is one of AUTHORISE, REFUSE, REINSTATE and WITHDRAW.");
    }
    if (goodReason.isEmpty()) {
      invalid.add("/reason", Reasons.RULE);
    }
    if (proposal == null || goodReason.isEmpty()) {
      throw invalid.problem();
    }
    return new Read(proposal, goodReason.get());
  }
}
