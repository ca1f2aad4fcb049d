package org.mikromerit.issuer.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.issuer.status.CredentialStatuses.Standing;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.tenant.Caller;

/** An institution lets a credential that it issued count for nothing, for the time being. */
@ApplicationScoped
public class SuspendCredential {
  /** What becomes of it after that still has room in its announced history. */
  private static final int MOST_CHANGES = 900;

  private final CredentialStatuses statuses;
  private final ChangeStatus changeStatus;
  private final Audit audit;
  private final Caller caller;

  SuspendCredential(
      CredentialStatuses statuses, ChangeStatus changeStatus, Audit audit, Caller caller) {
    this.statuses = statuses;
    this.changeStatus = changeStatus;
    this.audit = audit;
    this.caller = caller;
  }

  /** What comes of it. */
  public sealed interface Outcome {}

  /** It is suspended, and verifiers are about to be told. */
  public record Suspended(UUID credential, StatusReason reason, Instant since) implements Outcome {}

  /** It is not, or was before. */
  public sealed interface Refused extends Outcome {

    /** One answer for "none" and "not yours", so that nobody can probe for others' credentials. */
    record NoSuchCredential() implements Refused {}

    record AlreadySuspended(Instant since) implements Refused {}

    /** Revoked is final. */
    record AlreadyRevoked(Instant since) implements Refused {}

    /** Its document names no list that would tell, so only some verifiers would learn of it. */
    record NotSuspendable() implements Refused {}

    record ChangedTooOften() implements Refused {}
  }

  /**
   * Suspends at the caller's word.
   *
   * @param reason one that leads to it
   * @param note for the institution itself; announced to nobody
   */
  @Transactional
  public Outcome suspend(
      UUID organisation, UUID credential, StatusReason reason, @Nullable String note) {
    Optional<Standing> found = statuses.lock(organisation, credential);
    if (found.isEmpty()) {
      return new Refused.NoSuchCredential();
    }
    Standing standing = found.get();
    return switch (standing.status()) {
      case REVOKED -> new Refused.AlreadyRevoked(standing.since());
      case SUSPENDED -> new Refused.AlreadySuspended(standing.since());
      case VALID -> suspend(standing, reason, note);
    };
  }

  private Outcome suspend(Standing standing, StatusReason reason, @Nullable String note) {
    if (standing.place().suspensions() == null) {
      return new Refused.NotSuspendable();
    }
    if (standing.sequence() > MOST_CHANGES) {
      return new Refused.ChangedTooOften();
    }
    Instant since =
        changeStatus.change(standing, CredentialStatus.SUSPENDED, reason, note, caller.subject());
    audit.record(
        "credential.suspended",
        "credential",
        standing.credential(),
        Map.of("reason", reason.code()));
    return new Suspended(standing.credential(), reason, since);
  }
}
