package org.mikromerit.events.organisationkey;

import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of key it is. */
public enum KeyAlgorithm {
  ED25519("Ed25519");

  private final String code;

  KeyAlgorithm(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
