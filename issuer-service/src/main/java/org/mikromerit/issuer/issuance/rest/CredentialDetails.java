package org.mikromerit.issuer.issuance.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.issuer.definition.Draft.Text;
import org.mikromerit.issuer.issuance.CredentialSummary;
import org.mikromerit.issuer.status.CredentialStatuses.Change;

/**
 * What its institution is told of a credential without opening its document: nothing of the person.
 *
 * @param history every status that it had, the oldest first; the last is its present one
 */
record CredentialDetails(
    UUID id,
    UUID definition,
    int definitionVersion,
    Text title,
    Instant awardedAt,
    Instant issuedAt,
    @Nullable String externalReference,
    CredentialStatus status,
    List<Since> history) {

  /**
   * A status, with its reason unless it is the first.
   *
   * @param note the institution's own
   */
  @Schema(name = "StatusSince")
  record Since(
      CredentialStatus status,
      @Nullable StatusReason reason,
      @Nullable String note,
      Instant since) {}

  static CredentialDetails of(CredentialSummary credential, List<Change> changes) {
    var history = new ArrayList<Since>();
    history.add(new Since(CredentialStatus.VALID, null, null, credential.issuedAt()));
    for (Change change : changes) {
      history.add(new Since(change.status(), change.reason(), change.note(), change.since()));
    }
    return new CredentialDetails(
        credential.id(),
        credential.definition(),
        credential.definitionVersion(),
        credential.title(),
        credential.awardedAt(),
        credential.issuedAt(),
        credential.externalReference(),
        history.getLast().status(),
        history);
  }
}
