package org.mikromerit.verification.verdict.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.verification.verdict.GiveVerdict;

/** Reads the moment that somebody asks about; now, if none is asked about. */
@ApplicationScoped
class AsOf {
  static final String DESCRIPTION =
      "The past moment that the verdict is to speak of, such as 2026-01-01T00:00:00Z; now, if it is absent. What is known today is said of then: where nothing dated is held, the answer is undecided.";

  private final GiveVerdict giveVerdict;

  AsOf(GiveVerdict giveVerdict) {
    this.giveVerdict = giveVerdict;
  }

  /**
   * The moment.
   *
   * @throws ProblemException if it is no date-time with its offset, or has not come yet
   */
  Moment moment(@Nullable String asOf) {
    return asOf == null
        ? giveVerdict.now()
        : moment(Instants.parse(asOf).orElseThrow(() -> refusal("asOf")), "asOf");
  }

  /**
   * The same of a moment that stood in a body.
   *
   * @throws ProblemException if it has not come yet
   */
  Moment moment(Optional<Instant> asOf) {
    return asOf.map(then -> moment(then, "/asOf")).orElseGet(giveVerdict::now);
  }

  private Moment moment(Instant then, String field) {
    return giveVerdict.asOf(then).orElseThrow(() -> refusal(field));
  }

  static ProblemException refusal(String field) {
    return new ProblemException(
        Problems.invalidValue(
            field, "Give a moment that has passed, with its offset: 2026-01-01T00:00:00Z."));
  }
}
