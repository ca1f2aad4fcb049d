package org.mikromerit.issuer.issuance;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.issuance.IssueCredential.Lack;
import org.mikromerit.issuer.issuance.IssueCredential.Refused;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.problem.Violations;

/** What an institution is told whose credential is not issued. */
public final class Refusals {
  private Refusals() {}

  public static Problem problem(Refused refused) {
    return switch (refused) {
      case Refused.NotAuthorised _ ->
          Problem.of(
              403,
              "organisation-not-authorised",
              "The organisation is not authorised",
              "Only organisations that the authority has authorised issue credentials. See the"
                  + " register for how this one stands.");
      case Refused.AuthorisationWithdrawn withdrawn ->
          because(
              Problem.of(
                  403,
                  "authorisation-withdrawn",
                  "The organisation is no longer authorised",
                  "The authority took the authorisation back, for now or for good. What was issued"
                      + " before stays as it is; nothing more is issued."),
              withdrawn.since(),
              withdrawn.reason());
      case Refused.NoSuchDefinition _ ->
          Problems.notFound("version of a definition").field("/definition");
      case Refused.NoRight missing -> noRight(missing);
      case Refused.RightEnded ended ->
          because(
                  Problem.of(
                      403,
                      "issuing-right-ended",
                      "The right to issue this has ended",
                      "Ask the definition's creator for a new one. What was issued before stays"
                          + " valid."),
                  ended.since(),
                  ended.reason())
              .with("ended", ended.withdrawn() ? "withdrawn" : "expired");
      case Refused.CannotSign _ -> Problems.unavailable();
      case Refused.Incomplete incomplete -> incomplete(incomplete);
    };
  }

  /** Of what lay under a key that was deleted. */
  public static Problem erased() {
    return Problem.of(
        410,
        "erased",
        "This was erased",
        "What named the learner was deleted for good. That the credential was issued, and how it"
            + " stands, stays known.");
  }

  private static Problem noRight(Refused.NoRight missing) {
    Problem problem =
        Problem.of(
            403,
            "issuing-right-missing",
            "The organisation has no right to issue this",
            "The definition is another organisation's. Ask its creator for the right to issue this"
                + " version.");
    return missing.begins() == null ? problem : problem.with("begins", missing.begins().toString());
  }

  private static Problem because(
      Problem problem, @Nullable Instant since, @Nullable String reason) {
    Problem dated = since == null ? problem : problem.with("since", since.toString());
    return reason == null ? dated : dated.with("reason", reason);
  }

  private static Problem incomplete(Refused.Incomplete incomplete) {
    var errors = new Violations();
    for (Lack lack : incomplete.lacks()) {
      Map<String, String> element =
          lack.element() == null ? Map.of() : Map.of("element", lack.element().code());
      errors.add(element, lack.code(), lack.field(), lack.detail());
    }
    return Problem.of(
            422,
            "credential-incomplete",
            "The credential would lack what it must say",
            "Add what errors names, and send the request again.")
        .with("errors", errors.errors());
  }
}
