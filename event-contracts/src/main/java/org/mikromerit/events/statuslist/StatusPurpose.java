package org.mikromerit.events.statuslist;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a set bit means (Bitstring Status List 1.0, 2.2, statusPurpose). */
public enum StatusPurpose {
  REVOCATION("revocation"),
  SUSPENSION("suspension");

  private final String code;

  StatusPurpose(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
