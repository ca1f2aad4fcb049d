package org.mikromerit.credential.status;

import java.util.Optional;
import java.util.stream.Stream;

/** What a set bit means (Bitstring Status List 1.0, section 2.2). */
public enum StatusPurpose {
  /** The credential is withdrawn for good. */
  REVOCATION("revocation"),
  /** The credential is not valid for the time being. */
  SUSPENSION("suspension");

  private final String token;

  StatusPurpose(String token) {
    this.token = token;
  }

  public static Optional<StatusPurpose> parse(String token) {
    return Stream.of(values()).filter(purpose -> purpose.token.equals(token)).findFirst();
  }

  public String token() {
    return token;
  }
}
