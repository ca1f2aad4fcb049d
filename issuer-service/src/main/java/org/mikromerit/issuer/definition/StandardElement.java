package org.mikromerit.issuer.definition;

import org.mikromerit.credential.definition.CredentialKind;

/**
 * The mandatory elements of the European standard for describing a micro-credential (Council
 * Recommendation 2022/C 243/02, Annex I), in its order.
 */
public enum StandardElement {
  HOLDER("holder"),
  TITLE("title"),
  COUNTRY("country"),
  AWARDING_BODY("awarding-body"),
  DATE_OF_ISSUE("date-of-issue"),
  LEARNING_OUTCOMES("learning-outcomes"),
  WORKLOAD("workload"),
  LEVEL("level"),
  ASSESSMENT("assessment"),
  PARTICIPATION("participation"),
  QUALITY_ASSURANCE("quality-assurance");

  private final String code;

  StandardElement(String code) {
    this.code = code;
  }

  /** As problems name it. */
  public String code() {
    return code;
  }

  /** Whether a credential of this kind must state it; a micro-credential states all. */
  public boolean requiredOf(CredentialKind kind) {
    return switch (this) {
      case LEARNING_OUTCOMES, ASSESSMENT -> kind != CredentialKind.ATTENDANCE;
      case WORKLOAD, LEVEL -> kind == CredentialKind.MICRO_CREDENTIAL;
      case HOLDER, TITLE, COUNTRY, AWARDING_BODY, DATE_OF_ISSUE, PARTICIPATION, QUALITY_ASSURANCE ->
          true;
    };
  }
}
