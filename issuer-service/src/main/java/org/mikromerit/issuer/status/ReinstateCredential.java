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

/** An institution lets a credential count again that it had suspended; nothing else does. */
@ApplicationScoped
public class ReinstateCredential {
  private final CredentialStatuses statuses;
  private final ChangeStatus changeStatus;
  private final Audit audit;
  private final Caller caller;

  ReinstateCredential(
      CredentialStatuses statuses, ChangeStatus changeStatus, Audit audit, Caller caller) {
    this.statuses = statuses;
    this.changeStatus = changeStatus;
    this.audit = audit;
    this.caller = caller;
  }

  /** What comes of it. */
  public sealed interface Outcome {}

  /** It stands again, and verifiers are about to be told. */
  public record Reinstated(UUID credential, StatusReason reason, Instant since)
      implements Outcome {}

  /** Nothing changed. */
  public sealed interface Refused extends Outcome {

    /** One answer for "none" and "not yours", so that nobody can probe for others' credentials. */
    record NoSuchCredential() implements Refused {}

    /** It stands. */
    record NotSuspended(Instant since) implements Refused {}

    /** Revoked is final. */
    record AlreadyRevoked(Instant since) implements Refused {}
  }

  /**
   * Reinstates at the caller's word.
   *
   * @param reason one that leads to it
   * @param note for the institution itself; announced to nobody
   */
  @Transactional
  public Outcome reinstate(
      UUID organisation, UUID credential, StatusReason reason, @Nullable String note) {
    Optional<Standing> found = statuses.lock(organisation, credential);
    if (found.isEmpty()) {
      return new Refused.NoSuchCredential();
    }
    Standing standing = found.get();
    return switch (standing.status()) {
      case REVOKED -> new Refused.AlreadyRevoked(standing.since());
      case VALID -> new Refused.NotSuspended(standing.since());
      case SUSPENDED -> reinstate(standing, reason, note);
    };
  }

  private Reinstated reinstate(Standing standing, StatusReason reason, @Nullable String note) {
    Instant since =
        changeStatus.change(standing, CredentialStatus.VALID, reason, note, caller.subject());
    audit.record(
        "credential.reinstated",
        "credential",
        standing.credential(),
        Map.of("reason", reason.code()));
    return new Reinstated(standing.credential(), reason, since);
  }
}
