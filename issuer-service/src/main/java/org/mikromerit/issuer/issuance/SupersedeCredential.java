package org.mikromerit.issuer.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.issuer.issuance.IssueCredential.Order;
import org.mikromerit.issuer.status.CredentialStatuses;
import org.mikromerit.issuer.status.CredentialStatuses.Standing;
import org.mikromerit.issuer.status.RevokeCredential;
import org.mikromerit.issuer.status.StatusPlace;
import org.mikromerit.kit.audit.Audit;

/**
 * An institution corrects a credential: another is issued in its place, and it is revoked for that
 * reason, both or neither.
 */
@ApplicationScoped
public class SupersedeCredential {
  private final IssueCredential issueCredential;
  private final RevokeCredential revokeCredential;
  private final CredentialStatuses statuses;
  private final Audit audit;

  SupersedeCredential(
      IssueCredential issueCredential,
      RevokeCredential revokeCredential,
      CredentialStatuses statuses,
      Audit audit) {
    this.issueCredential = issueCredential;
    this.revokeCredential = revokeCredential;
    this.statuses = statuses;
    this.audit = audit;
  }

  /** What comes of it. */
  public sealed interface Outcome {}

  /** The new one is issued and the old one revoked, once the transaction commits. */
  public record Superseded(IssuedCredential by) implements Outcome {}

  /** Nothing changed. */
  public sealed interface Refused extends Outcome {

    /** One answer for "none" and "not yours", so that nobody can probe for others' credentials. */
    record NoSuchCredential() implements Refused {}

    /** It was revoked before, and stays so with the reason that was given then. */
    record AlreadyRevoked(Instant since) implements Refused {}

    /** The order cannot be carried out. */
    record NotIssued(IssueCredential.Refused because) implements Refused {}
  }

  /**
   * Issues as {@link IssueCredential#issue} does, in place of an earlier one.
   *
   * @param actor the account that asks for it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Outcome supersede(
      UUID organisation, UUID earlier, String actor, Order order, Optional<StatusPlace> place) {
    Optional<Standing> found = statuses.lock(organisation, earlier);
    if (found.isEmpty()) {
      return new Refused.NoSuchCredential();
    }
    return found.get().status() == CredentialStatus.REVOKED
        ? new Refused.AlreadyRevoked(found.get().since())
        : supersede(found.get(), actor, order, place);
  }

  private Outcome supersede(
      Standing earlier, String actor, Order order, Optional<StatusPlace> place) {
    return switch (issueCredential.issue(earlier.organisation(), actor, order, place)) {
      case IssueCredential.Refused because -> new Refused.NotIssued(because);
      case IssueCredential.Issued(IssuedCredential issued) -> {
        // Locked as it stands, so that nothing can refuse it any more.
        var _ =
            revokeCredential.revoke(
                earlier.organisation(), earlier.credential(), StatusReason.SUPERSESSION, null);
        audit.recordFor(
            actor,
            earlier.organisation(),
            "credential.superseded",
            "credential",
            earlier.credential(),
            Map.of("by", issued.id()));
        yield new Superseded(issued);
      }
    };
  }
}
