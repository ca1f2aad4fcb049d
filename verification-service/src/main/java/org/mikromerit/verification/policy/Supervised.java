package org.mikromerit.verification.policy;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.mikromerit.credential.definition.Supervision;
import org.mikromerit.credential.definition.Token;

/** The learner was watched while being assessed. */
record Supervised() implements Rule {

  static Optional<Rule> read(JsonValue value) {
    return Values.wanted(value).map(_ -> new Supervised());
  }

  @Override
  public Answer judge(Shown credential) {
    return credential
        .facts()
        .validation()
        .supervision()
        .flatMap(text -> Token.parse(Supervision.class, text))
        .map(stated -> Answer.met(stated != Supervision.UNSUPERVISED_NO_IDENTITY_CHECK))
        .orElse(Answer.NOT_STATED);
  }
}
