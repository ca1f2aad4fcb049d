package org.mikromerit.credential.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mikromerit.credential.CredentialId;

/**
 * What can be said of a credential by its id alone: that it was taken back, or nothing. That it
 * stands says nothing of a document that nobody has shown.
 */
public final class StatusById {

  private final CredentialStatuses announced;

  public StatusById(CredentialStatuses announced) {
    this.announced = announced;
  }

  /** Never a yes. */
  public Verdict verdict(CredentialId id) {
    return Verdict.of(
        List.of(Finding.of(CheckName.FORMAT, FindingCode.DOCUMENT_NOT_GIVEN), status(id)),
        Optional.empty());
  }

  private Finding status(CredentialId id) {
    return switch (announced.find(id)) {
      case CredentialStatuses.Revoked(Optional<String> reason, Instant since) ->
          finding(FindingCode.REVOKED, reason, since);
      case CredentialStatuses.Suspended(Optional<String> reason, Instant since) ->
          finding(FindingCode.SUSPENDED, reason, since);
      case CredentialStatuses.Unavailable _ ->
          Finding.of(CheckName.STATUS, FindingCode.STATUS_LIST_UNAVAILABLE);
      case CredentialStatuses.Standing _, CredentialStatuses.Unknown _ ->
          new Finding(
              CheckName.STATUS,
              FindingCode.NOT_CHECKED,
              Map.of("because", FindingCode.DOCUMENT_NOT_GIVEN.code()));
    };
  }

  private static Finding finding(FindingCode code, Optional<String> reason, Instant since) {
    Map<String, String> evidence = new TreeMap<>();
    reason.ifPresent(text -> evidence.put("reason", text));
    evidence.put("since", since.toString());
    return new Finding(CheckName.STATUS, code, evidence);
  }
}
