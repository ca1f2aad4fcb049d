package org.mikromerit.verification.policy;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.definition.QualityAssuranceType;
import org.mikromerit.credential.definition.Token;

/**
 * Its quality is assured at least so well; what only the issuer claims of others counts as its own
 * word.
 */
record MinimumQualityAssurance(QualityAssuranceType least) implements Rule {

  static Optional<Rule> read(JsonValue value) {
    return Values.text(value)
        .flatMap(text -> Token.parse(QualityAssuranceType.class, text))
        .map(MinimumQualityAssurance::new);
  }

  @Override
  public Answer judge(Shown credential) {
    return credential
        .facts()
        .assurance()
        .type()
        .flatMap(text -> Token.parse(QualityAssuranceType.class, text))
        .map(stated -> Answer.met(counted(stated, credential).compareTo(least) >= 0))
        .orElse(Answer.NOT_STATED);
  }

  private static QualityAssuranceType counted(QualityAssuranceType stated, Shown credential) {
    return switch (stated) {
      case NONE, SELF_ASSERTED -> stated;
      case THIRD_PARTY, AUDITED ->
          credential.found().contains(FindingCode.ASSURANCE_RECORDED)
              ? stated
              : QualityAssuranceType.SELF_ASSERTED;
    };
  }
}
