package org.mikromerit.events.definition;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who vouches for the quality of what is awarded; stated also when nobody does. */
public enum QualityAssuranceType {
  NONE("none"),
  SELF_ASSERTED("self-asserted"),
  THIRD_PARTY("third-party"),
  AUDITED("audited");

  private final String code;

  QualityAssuranceType(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
