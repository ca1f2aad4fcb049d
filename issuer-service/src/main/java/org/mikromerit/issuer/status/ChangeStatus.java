package org.mikromerit.issuer.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.issuer.status.CredentialStatuses.Change;
import org.mikromerit.issuer.status.CredentialStatuses.Standing;
import org.mikromerit.kit.outbox.Outbox;

/** Writes a change of status down, announces it, and has the list signed anew that tells of it. */
@ApplicationScoped
class ChangeStatus {
  private final CredentialStatuses statuses;
  private final StatusLists lists;
  private final Outbox outbox;
  private final InstantSource clock;

  ChangeStatus(CredentialStatuses statuses, StatusLists lists, Outbox outbox, InstantSource clock) {
    this.statuses = statuses;
    this.lists = lists;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Changes what is held by the surrounding transaction.
   *
   * @param note for the institution itself; announced to nobody
   * @param actor an account's random id, or this service
   * @return since when it is so
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Instant change(
      Standing standing,
      CredentialStatus status,
      StatusReason reason,
      @Nullable String note,
      String actor) {
    Instant since = later(clock.instant(), standing.since());
    long sequence = standing.sequence() + 1;
    statuses.change(
        new Change(standing.credential(), sequence, status, reason, note, since, actor));
    markChanged(standing.place(), status);
    outbox.announce(
        StatusAnnouncement.of(standing, statuses.changes(standing.credential())), sequence);
    return since;
  }

  private void markChanged(StatusPlace place, CredentialStatus status) {
    // Its token tells of suspensions as well.
    lists.markChanged(place.list());
    UUID suspensions = place.suspensions();
    if (suspensions != null && status != CredentialStatus.REVOKED) {
      lists.markChanged(suspensions);
    }
  }

  /** Replicas' clocks differ, and a history does not run backwards. */
  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
