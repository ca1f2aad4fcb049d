package org.mikromerit.registry.compromise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.outbox.Outbox;
import org.mikromerit.registry.compromise.KeyCompromise.Extent;
import org.mikromerit.registry.publication.OrganisationKey;

/**
 * The registry states what a compromised key had signed before, as far as the ledger knew of it:
 * the one time that the key's thief cannot write. In parts, each in a transaction of its own, since
 * a key may have signed hundreds of thousands.
 */
@ApplicationScoped
public class StateCompromise {
  // Entries are given their time before they are committed; by then those before it are there.
  private static final Duration SETTLED = Duration.ofSeconds(1);

  private final KeyCompromises compromises;
  private final CompromiseStatements statements;
  private final Outbox outbox;
  private final Audit audit;
  private final InstantSource clock;

  StateCompromise(
      KeyCompromises compromises,
      CompromiseStatements statements,
      Outbox outbox,
      Audit audit,
      InstantSource clock) {
    this.compromises = compromises;
    this.statements = statements;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes note that a key was compromised; told again, or of a later moment, nothing is done. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void begin(OrganisationKey key, Instant since) {
    if (compromises.keep(key.id(), key.organisation(), key.method(), since)) {
      audit.recordBySystem(
          key.organisation(), "key.compromised", "key", key.id(), Map.of("since", since));
    }
  }

  /**
   * Announces one part.
   *
   * @return false if there was none to announce
   */
  @Transactional
  public boolean announceNext() {
    Optional<KeyCompromise> next = compromises.lockNext(clock.instant().minus(SETTLED));
    next.ifPresent(this::announce);
    return next.isPresent();
  }

  private void announce(KeyCompromise compromise) {
    Extent extent =
        compromise
            .extent()
            .orElseGet(() -> compromises.fixExtent(compromise, CompromiseStatements.PER_PART));
    outbox.announce(
        statements.of(compromise, extent, compromise.announced()), compromise.version());
    compromises.announced(compromise);
  }
}
