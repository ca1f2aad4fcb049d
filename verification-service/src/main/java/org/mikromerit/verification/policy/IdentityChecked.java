package org.mikromerit.verification.policy;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.mikromerit.credential.definition.Supervision;
import org.mikromerit.credential.definition.Token;

/** It was checked who was being assessed. */
record IdentityChecked() implements Rule {

  static Optional<Rule> read(JsonValue value) {
    return Values.wanted(value).map(_ -> new IdentityChecked());
  }

  @Override
  public Answer judge(Shown credential) {
    return credential
        .facts()
        .validation()
        .supervision()
        .flatMap(text -> Token.parse(Supervision.class, text))
        .map(IdentityChecked::answer)
        .orElse(Answer.NOT_STATED);
  }

  private static Answer answer(Supervision stated) {
    return switch (stated) {
      case UNSUPERVISED_NO_IDENTITY_CHECK, SUPERVISED_NO_IDENTITY_CHECK -> Answer.NOT_MET;
      case SUPERVISED_ONLINE_IDENTITY_CHECK, SUPERVISED_ONSITE_IDENTITY_CHECK -> Answer.MET;
    };
  }
}
