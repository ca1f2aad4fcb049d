package org.mikromerit.issuer.status;

import java.util.ArrayList;
import java.util.List;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1.StatusSince;
import org.mikromerit.issuer.status.CredentialStatuses.Change;
import org.mikromerit.issuer.status.CredentialStatuses.Standing;

/** What the other services are told of a credential whose status changed. */
final class StatusAnnouncement {
  private StatusAnnouncement() {}

  /**
   * The newest status with its history.
   *
   * @param changes all of them since the issue, oldest first, at least one
   */
  static CredentialStatusChangedV1 of(Standing standing, List<Change> changes) {
    List<StatusSince> history = new ArrayList<>();
    history.add(new StatusSince(CredentialStatus.VALID, null, standing.issuedAt()));
    for (Change each : changes) {
      history.add(new StatusSince(each.status(), each.reason(), each.since()));
    }
    Change newest = changes.getLast();
    return new CredentialStatusChangedV1(
        standing.credential(),
        standing.organisation(),
        newest.status(),
        newest.reason(),
        newest.since(),
        history);
  }
}
