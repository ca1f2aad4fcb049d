package org.mikromerit.events.credentialstatus;

import static org.mikromerit.events.credentialstatus.CredentialStatus.REVOKED;
import static org.mikromerit.events.credentialstatus.CredentialStatus.SUSPENDED;
import static org.mikromerit.events.credentialstatus.CredentialStatus.VALID;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a credential was taken back, suspended or reinstated. */
public enum StatusReason {
  ERROR("error", REVOKED),
  INTEGRITY_FINDING("integrity-finding", REVOKED),
  WITHDRAWN_AUTHORISATION("withdrawn-authorisation", REVOKED),
  KEY_COMPROMISE("key-compromise", REVOKED),
  SUPERSESSION("supersession", REVOKED),
  PART_NO_LONGER_STANDS("part-no-longer-stands", REVOKED),

  UNDER_INVESTIGATION("under-investigation", SUSPENDED),
  SUSPECTED_ERROR("suspected-error", SUSPENDED),
  HOLDER_REQUEST("holder-request", SUSPENDED),

  /** What it was suspended for has been looked into, and nothing stands against it. */
  CLEARED("cleared", VALID),
  /** It should not have been suspended. */
  SUSPENDED_IN_ERROR("suspended-in-error", VALID),
  /** Its holder no longer asks for the suspension. */
  REQUEST_WITHDRAWN("request-withdrawn", VALID);

  private final String code;
  private final CredentialStatus status;

  StatusReason(String code, CredentialStatus status) {
    this.code = code;
    this.status = status;
  }

  /** As it is written in events and over REST. */
  @JsonValue
  public String code() {
    return code;
  }

  /** Whether a credential comes to the status for this reason. */
  public boolean leadsTo(CredentialStatus other) {
    return status == other;
  }

  /** All reasons for the status. */
  public static List<StatusReason> leadingTo(CredentialStatus status) {
    return Stream.of(values()).filter(reason -> reason.leadsTo(status)).toList();
  }

  public static Optional<StatusReason> ofCode(String code) {
    return Stream.of(values()).filter(reason -> reason.code.equals(code)).findFirst();
  }
}
