package org.mikromerit.issuer.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.StatusReason;

/** Keeps how each credential stands, and every change of it. */
public interface CredentialStatuses {

  /**
   * How a credential stands.
   *
   * @param since of the status, which for a credential that never changed is its issue
   * @param sequence counts its statuses from 1, being valid at its issue
   */
  record Standing(
      UUID credential,
      UUID organisation,
      StatusPlace place,
      CredentialStatus status,
      @Nullable StatusReason reason,
      Instant issuedAt,
      Instant since,
      long sequence) {}

  /**
   * A change of a credential's status.
   *
   * @param actor an account's random id, or this service
   */
  record Change(
      UUID credential,
      long sequence,
      CredentialStatus status,
      @Nullable StatusReason reason,
      @Nullable String note,
      Instant since,
      String actor) {}

  /** How it stands; nobody changes that until this transaction ends. */
  Optional<Standing> lock(UUID organisation, UUID credential);

  /**
   * Those whose status ever changed, by credential, after the given one; none changes until this
   * transaction ends.
   */
  List<Standing> lockedChangedAfter(UUID credential, int most);

  /** Writes the change and what now holds. */
  void change(Change change);

  /** All changes since the issue, oldest first. */
  List<Change> changes(UUID credential);
}
