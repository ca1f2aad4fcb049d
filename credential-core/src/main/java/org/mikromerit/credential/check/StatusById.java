package org.mikromerit.credential.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.check.CredentialStatuses.Announced;
import org.mikromerit.credential.check.CredentialStatuses.Standing;

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
  public Verdict verdict(CredentialId id, Moment moment) {
    return Verdict.of(
        List.of(Finding.of(CheckName.FORMAT, FindingCode.DOCUMENT_NOT_GIVEN), status(id, moment)),
        Optional.empty());
  }

  private Finding status(CredentialId id, Moment moment) {
    return switch (announced.find(id)) {
      case Announced told ->
          told.at(moment)
              .filter(state -> !(state instanceof Standing))
              .map(StatusCheck::how)
              .orElseGet(StatusById::nothingToSay);
      case CredentialStatuses.Unknown _ -> nothingToSay();
      case CredentialStatuses.Unavailable _ ->
          Finding.of(CheckName.STATUS, FindingCode.STATUS_LIST_UNAVAILABLE);
    };
  }

  private static Finding nothingToSay() {
    return new Finding(
        CheckName.STATUS,
        FindingCode.NOT_CHECKED,
        Map.of("because", FindingCode.DOCUMENT_NOT_GIVEN.code()));
  }
}
