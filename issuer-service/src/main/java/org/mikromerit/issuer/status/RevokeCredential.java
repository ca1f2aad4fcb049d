package org.mikromerit.issuer.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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

/** An institution takes back a credential that it issued; that is final. */
@ApplicationScoped
public class RevokeCredential {
  private static final String SYSTEM = "system";

  private final CredentialStatuses statuses;
  private final ChangeStatus changeStatus;
  private final Event<SuspendedRevoked> suspendedRevoked;
  private final Audit audit;
  private final Caller caller;

  RevokeCredential(
      CredentialStatuses statuses,
      ChangeStatus changeStatus,
      Event<SuspendedRevoked> suspendedRevoked,
      Audit audit,
      Caller caller) {
    this.statuses = statuses;
    this.changeStatus = changeStatus;
    this.suspendedRevoked = suspendedRevoked;
    this.audit = audit;
    this.caller = caller;
  }

  /** What comes of it. */
  public sealed interface Outcome {}

  /** It is revoked, and verifiers are about to be told. */
  public record Revoked(UUID credential, StatusReason reason, Instant since) implements Outcome {}

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
   * @param reason one that leads to it
   * @param note for the institution itself; announced to nobody
   */
  @Transactional
  public Outcome revoke(
      UUID organisation, UUID credential, StatusReason reason, @Nullable String note) {
    Outcome outcome = revoke(organisation, credential, reason, note, caller.subject());
    if (outcome instanceof Revoked) {
      audit.record("credential.revoked", "credential", credential, detail(reason));
    }
    return outcome;
  }

  /** Revokes by the organisation's standing rule. */
  @Transactional
  public Outcome revokeByRule(UUID organisation, UUID credential, StatusReason reason) {
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
      StatusReason reason,
      @Nullable String note,
      String actor) {
    Optional<Standing> found = statuses.lock(organisation, credential);
    if (found.isEmpty()) {
      return new Refused.NoSuchCredential();
    }
    Standing standing = found.get();
    return standing.status() == CredentialStatus.REVOKED
        ? new Refused.AlreadyRevoked(standing.since())
        : withdraw(standing, reason, note, actor);
  }

  private Revoked withdraw(
      Standing standing, StatusReason reason, @Nullable String note, String actor) {
    Instant since = changeStatus.change(standing, CredentialStatus.REVOKED, reason, note, actor);
    if (standing.status() == CredentialStatus.SUSPENDED) {
      suspendedRevoked.fire(new SuspendedRevoked(standing.credential()));
    }
    return new Revoked(standing.credential(), reason, since);
  }

  private static Map<String, String> detail(StatusReason reason) {
    return Map.of("reason", reason.code());
  }
}
