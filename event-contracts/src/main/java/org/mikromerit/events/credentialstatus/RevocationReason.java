package org.mikromerit.events.credentialstatus;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** Why a credential was taken back. */
public enum RevocationReason {
  ERROR("error"),
  INTEGRITY_FINDING("integrity-finding"),
  WITHDRAWN_AUTHORISATION("withdrawn-authorisation"),
  KEY_COMPROMISE("key-compromise"),
  SUPERSESSION("supersession"),
  PART_NO_LONGER_STANDS("part-no-longer-stands");

  private final String code;

  RevocationReason(String code) {
    this.code = code;
  }

  /** As it is written in events and over REST. */
  @JsonValue
  public String code() {
    return code;
  }

  public static Optional<RevocationReason> ofCode(String code) {
    for (RevocationReason each : values()) {
      if (each.code.equals(code)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
