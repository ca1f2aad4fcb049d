package org.mikromerit.events.organisationkey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** What kind of key it is. */
public enum KeyAlgorithm {
  ED25519("Ed25519"),
  P256("P-256"),
  P384("P-384");

  private final String code;

  KeyAlgorithm(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  public static Optional<KeyAlgorithm> ofCode(String code) {
    for (KeyAlgorithm each : values()) {
      if (each.code.equals(code)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
