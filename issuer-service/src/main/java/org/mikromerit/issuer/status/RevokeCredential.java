package org.mikromerit.issuer.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.RevocationReason;
import org.mikromerit.issuer.status.CredentialStatuses.Change;
import org.mikromerit.issuer.status.CredentialStatuses.Standing;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.outbox.Outbox;
import org.mikromerit.kit.tenant.Caller;

/** An institution takes back a credential that it issued; that is final. */
@ApplicationScoped
public class RevokeCredential {
  private static final String SYSTEM = "system";

  private final CredentialStatuses statuses;
  private final StatusLists lists;
  private final Outbox outbox;
  private final Audit audit;
  private final Caller caller;
  private final InstantSource clock;

  RevokeCredential(
      CredentialStatuses statuses,
      StatusLists lists,
      Outbox outbox,
      Audit audit,
      Caller caller,
      InstantSource clock) {
    this.statuses = statuses;
    this.lists = lists;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {}

  /** It is revoked, and verifiers are about to be told. */
  public record Revoked(UUID credential, RevocationReason reason, Instant since)
      implements Outcome {}

  /** It is not. */
  public sealed interface Refused extends Outcome {

    /** One answer for "none" and "not yours", so that nobody can probe for others' credentials. */
    record NoSuchCredential() implements Refused {}

    /** It was revoked before, and stays so with the reason that was given then. */
    record AlreadyRevoked(Instant since) implements Refused {}
  }

  /**
   * Revokes at the caller's word.
   *
   * @param note for the institution itself; announced to nobody
   */
  @Transactional
  public Outcome revoke(
      UUID organisation, UUID credential, RevocationReason reason, @Nullable String note) {
    Outcome outcome = revoke(organisation, credential, reason, note, caller.subject());
    if (outcome instanceof Revoked) {
      audit.record("credential.revoked", "credential", credential, detail(reason));
    }
    return outcome;
  }

  /** Revokes by the organisation's standing rule. */
  @Transactional
  public Outcome revokeByRule(UUID organisation, UUID credential, RevocationReason reason) {
    Outcome outcome = revoke(organisation, credential, reason, null, SYSTEM);
    if (outcome instanceof Revoked) {
      audit.recordBySystem(
          organisation, "credential.revoked", "credential", credential, detail(reason));
    }
    return outcome;
  }

  private Outcome revoke(
      UUID organisation,
      UUID credential,
      RevocationReason reason,
      @Nullable String note,
      String actor) {
    Optional<Standing> found = statuses.lock(organisation, credential);
    if (found.isEmpty()) {
      return new Refused.NoSuchCredential();
    }
    Standing standing = found.get();
    return standing.isValid()
        ? withdraw(standing, reason, note, actor)
        : new Refused.AlreadyRevoked(standing.since());
  }

  private Revoked withdraw(
      Standing standing, RevocationReason reason, @Nullable String note, String actor) {
    var change =
        new Change(
            standing.credential(),
            standing.sequence() + 1,
            CredentialStatus.REVOKED,
            reason,
            note,
            later(clock.instant(), standing.since()),
            actor);
    statuses.change(change);
    lists.markChanged(standing.place().list());
    outbox.announce(
        StatusAnnouncement.of(standing, statuses.changes(standing.credential())),
        change.sequence());
    return new Revoked(standing.credential(), reason, change.since());
  }

  /** Replicas' clocks differ, and a history does not run backwards. */
  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private static Map<String, String> detail(RevocationReason reason) {
    return Map.of("reason", reason.code());
  }
}
