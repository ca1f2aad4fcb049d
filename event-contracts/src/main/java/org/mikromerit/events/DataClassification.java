package org.mikromerit.events;

import java.util.Optional;

/** How carefully an event must be handled; written in the header {@code ce_dataclassification}. */
public enum DataClassification {
  /** Says nothing that is not published anyway. */
  PUBLIC("public"),
  /** Says nothing about a learner, but is meant for the platform's services only. */
  INTERNAL("internal"),
  /** Speaks of a learner by pseudonym; still personal data. */
  PSEUDONYMOUS("pseudonymous"),
  /** Carries a learner's document, encrypted; kept for days and read by one service alone. */
  RESTRICTED("restricted");

  private final String code;

  DataClassification(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<DataClassification> ofCode(String code) {
    for (DataClassification each : values()) {
      if (each.code.equals(code)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
