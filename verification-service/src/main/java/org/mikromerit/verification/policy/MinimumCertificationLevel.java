package org.mikromerit.verification.policy;

import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;
import org.mikromerit.credential.definition.CertificationLevel;

/** It certifies at least so much. */
record MinimumCertificationLevel(CertificationLevel least) implements Rule {

  static Optional<Rule> read(JsonValue value) {
    return Values.text(value)
        .flatMap(MinimumCertificationLevel::level)
        .map(MinimumCertificationLevel::new);
  }

  @Override
  public Answer judge(Shown credential) {
    return credential
        .facts()
        .certificationLevel()
        .flatMap(MinimumCertificationLevel::level)
        .map(stated -> Answer.met(stated.compareTo(least) >= 0))
        .orElse(Answer.NOT_STATED);
  }

  private static Optional<CertificationLevel> level(String name) {
    return Stream.of(CertificationLevel.values())
        .filter(level -> level.name().equals(name))
        .findFirst();
  }
}
