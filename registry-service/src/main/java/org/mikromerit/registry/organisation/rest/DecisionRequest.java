package org.mikromerit.registry.organisation.rest;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.registry.organisation.Verdict;

/** What the second registrar sends. */
@Schema(requiredProperties = "decision")
record DecisionRequest(
    @Schema(description = "The decision that was prepared, said again; or RETURN")
        @Nullable Choice decision,
    @Schema(
            maxLength = Reasons.LONGEST,
            description =
                "Published in place of the proposal's reason, so nothing about persons; not with RETURN")
        @Nullable String reason) {

  static final String EXAMPLE =
      """
      {"decision": "AUTHORISE"}
      """;

  enum Choice {
    AUTHORISE,
    REFUSE,
    REINSTATE,
    WITHDRAW,
    RETURN
  }

  /**
   * @param verdict empty to return the proposal
   */
  record Read(Optional<Verdict> verdict, @Nullable String reason) {}

  Read read() {
    InvalidFields invalid = new InvalidFields();
    Optional<String> goodReason = Reasons.of(reason);
    if (decision == null) {
      invalid.add(
          "/decision", "decision is one of AUTHORISE, REFUSE, REINSTATE, WITHDRAW and RETURN.");
    }
    if (reason != null && (goodReason.isEmpty() || decision == Choice.RETURN)) {
      invalid.add("/reason", Reasons.RULE + " What is returned has none: nothing is published.");
    }
    if (decision == null || !invalid.isEmpty()) {
      throw invalid.problem();
    }
    return new Read(verdict(decision), goodReason.orElse(null));
  }

  private static Optional<Verdict> verdict(Choice choice) {
    return switch (choice) {
      case AUTHORISE -> Optional.of(Verdict.AUTHORISE);
      case REFUSE -> Optional.of(Verdict.REFUSE);
      case REINSTATE -> Optional.of(Verdict.REINSTATE);
      case WITHDRAW -> Optional.of(Verdict.WITHDRAW);
      case RETURN -> Optional.empty();
    };
  }
}
