package org.mikromerit.verification.policy;

import java.util.Locale;

/** Whether a credential is as a verifier asks. */
public enum Answer {
  MET,
  NOT_MET,
  /** The document does not say, or nothing that it says can be relied on. */
  NOT_STATED;

  static Answer met(boolean met) {
    return met ? MET : NOT_MET;
  }

  /** As it is written for others. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
