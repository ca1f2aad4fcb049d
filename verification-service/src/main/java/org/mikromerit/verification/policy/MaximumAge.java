package org.mikromerit.verification.policy;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** It was awarded no more than so many days before the moment that the verdict speaks of. */
record MaximumAge(int days) implements Rule {

  private static final int MOST_DAYS = 36_525;

  static Optional<Rule> read(JsonValue value) {
    return Values.number(value, 0, MOST_DAYS).map(MaximumAge::new);
  }

  @Override
  public Answer judge(Shown credential) {
    Instant awarded = credential.facts().awardedAt().orElseGet(() -> credential.facts().issuedAt());
    Duration age = Duration.between(awarded, credential.asOf());
    return Answer.met(!age.isNegative() && age.compareTo(Duration.ofDays(days)) <= 0);
  }
}
