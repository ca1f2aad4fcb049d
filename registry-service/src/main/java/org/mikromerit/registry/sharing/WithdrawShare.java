package org.mikromerit.registry.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.registry.learner.Learner;
import org.mikromerit.registry.sharing.ReadShares.Details;
import org.mikromerit.registry.sharing.Shares.Kept;

/** A learner takes a link back; from then on nobody sees anything by it. */
@ApplicationScoped
public class WithdrawShare {
  private final Shares shares;
  private final ReadShares readShares;
  private final Audit audit;
  private final InstantSource clock;

  WithdrawShare(Shares shares, ReadShares readShares, Audit audit, InstantSource clock) {
    this.shares = shares;
    this.readShares = readShares;
    this.audit = audit;
    this.clock = clock;
  }

  /** The share as it is then, also where it was withdrawn before; empty if it is none of theirs. */
  @Transactional
  public Optional<Details> withdraw(Learner learner, UUID share) {
    Optional<Kept> kept = shares.find(learner.refs(), share);
    if (kept.isPresent() && kept.get().share().withdrawnAt() == null) {
      shares.withdraw(share, clock.instant());
      audit.record("share.withdrawn", "share", share, Map.of());
    }
    return readShares.find(learner, share);
  }
}
