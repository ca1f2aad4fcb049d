package org.mikromerit.issuer.award;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.issuer.award.Award.State;
import org.mikromerit.issuer.award.AwardRule.BrokenAward;
import org.mikromerit.issuer.status.RevokeCredential;
import org.mikromerit.issuer.status.SuspendedRevoked;

/** Stacking says that a pathway was completed, came apart, or is whole again. */
@ApplicationScoped
public class LearnOfStack {
  private final Awards awards;
  private final AwardRules rules;
  private final RevokeCredential revokeCredential;
  private final InstantSource clock;

  LearnOfStack(
      Awards awards, AwardRules rules, RevokeCredential revokeCredential, InstantSource clock) {
    this.awards = awards;
    this.rules = rules;
    this.revokeCredential = revokeCredential;
    this.clock = clock;
  }

  /** Notes that an award is due; it is issued by {@link IssueAward}, as soon as it can be. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void completed(Award award) {
    awards.addIfNew(award, clock.instant());
  }

  /** An award that was not issued yet will not be; one that was is treated as its rule says. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void broken(UUID stack) {
    Optional<Awards.Standing> found = awards.lock(stack);
    if (found.isEmpty()) {
      return;
    }
    switch (found.get().state()) {
      case WAITING, REFUSED -> awards.change(stack, State.BROKEN, null, null, clock.instant());
      case ISSUED -> breakAward(found.get().award(), requireNonNull(found.get().credential()));
      case BROKEN, REVOKED -> {
        // Nothing more can become of it.
      }
    }
  }

  private void breakAward(Award award, UUID credential) {
    if (awards.isAwardOfAnother(credential, award.stack())) {
      // The learner's identifiers were linked: the same award now stands for the linked learner.
      awards.change(award.stack(), State.BROKEN, null, null, clock.instant());
    } else if (isRevokedByRule(award) && !isWholeAgainByReinstatement(award)) {
      var _ =
          revokeCredential.revokeByRule(
              award.organisation(), credential, StatusReason.PART_NO_LONGER_STANDS);
      awards.change(award.stack(), State.REVOKED, null, null, clock.instant());
    }
  }

  /** What is only suspended may be reinstated, and revoked would be for good. */
  private boolean isWholeAgainByReinstatement(Award award) {
    Set<CredentialStatus> statuses = awards.statuses(award.parts());
    return statuses.contains(CredentialStatus.SUSPENDED)
        && !statuses.contains(CredentialStatus.REVOKED);
  }

  /**
   * Awards that were left alone while a part of them was suspended are treated as their rule says.
   */
  void partRevoked(@Observes SuspendedRevoked part) {
    for (UUID stack : awards.issuedWithPart(part.credential())) {
      awards
          .lockUnlessTaken(stack)
          .filter(found -> found.state() == State.ISSUED)
          .ifPresent(found -> breakAward(found.award(), requireNonNull(found.credential())));
    }
  }

  private boolean isRevokedByRule(Award award) {
    return rules
        .find(award.organisation(), award.pathway())
        .filter(rule -> rule.brokenAward() == BrokenAward.REVOKE)
        .isPresent();
  }

  /** An award that had not been issued waits again; a revoked one stays revoked. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void restored(UUID stack) {
    awards
        .lock(stack)
        .filter(found -> found.state() == State.BROKEN)
        .ifPresent(_ -> awards.change(stack, State.WAITING, null, null, clock.instant()));
  }
}
