package org.mikromerit.verification.policy;

import jakarta.json.JsonValue;
import java.util.Optional;

/** Its learning is at least of this level, from 1 to 8, of EQF or SeQF, which agree one to one. */
record MinimumEducationLevel(int least) implements Rule {

  static Optional<Rule> read(JsonValue value) {
    return Values.number(value, 1, 8).map(MinimumEducationLevel::new);
  }

  @Override
  public Answer judge(Shown credential) {
    return credential
        .facts()
        .educationLevel()
        .map(stated -> Answer.met(stated >= least))
        .orElse(Answer.NOT_STATED);
  }
}
