package org.mikromerit.issuer.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.issuer.signing.OrganisationKeys.Told;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.outbox.Outbox;

/**
 * An organisation says that somebody else may have had its key since a moment. From then on the key
 * proves nothing, unless the ledger knew of a credential before; the organisation signs with a new
 * one, and all its status lists anew. It can be found out to have been earlier, never to have been
 * later.
 */
@ApplicationScoped
public class DeclareCompromise {
  private final OrganisationKeys keys;
  private final MakeKey makeKey;
  private final Outbox outbox;
  private final Audit audit;
  private final Event<KeyCompromised> compromised;
  private final InstantSource clock;

  DeclareCompromise(
      OrganisationKeys keys,
      MakeKey makeKey,
      Outbox outbox,
      Audit audit,
      Event<KeyCompromised> compromised,
      InstantSource clock) {
    this.keys = keys;
    this.makeKey = makeKey;
    this.outbox = outbox;
    this.audit = audit;
    this.compromised = compromised;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /** It proves nothing since then. */
  public record Declared(OrganisationKey key) implements Outcome {}

  /** Why not. */
  public sealed interface Refused extends Outcome {
    /** The organisation never had such a key. */
    record NoSuchKey() implements Refused {}

    /** The moment has not come, or the key was not made by then. */
    record NotAMomentOfTheKey(Instant from) implements Refused {}

    /** It was declared before, and for an earlier moment. */
    record AlreadySince(Instant since) implements Refused {}
  }

  @Transactional
  public Outcome declare(UUID organisation, UUID key, Instant moment) {
    Instant since = moment.truncatedTo(ChronoUnit.MICROS);
    Optional<Told> found = keys.lock(organisation, key);
    if (found.isEmpty()) {
      return new Refused.NoSuchKey();
    }
    Told told = found.get();
    if (since.isAfter(clock.instant()) || since.isBefore(told.key().validFrom())) {
      return new Refused.NotAMomentOfTheKey(told.key().validFrom());
    }
    Instant known = told.key().revokedAt();
    if (known != null && !since.isBefore(known)) {
      return since.equals(known) ? new Declared(told.key()) : new Refused.AlreadySince(known);
    }
    return declared(told, since);
  }

  private Declared declared(Told told, Instant since) {
    OrganisationKey key = told.key();
    Instant until = key.validUntil() == null ? clock.instant() : key.validUntil();
    Told ended = told.ended(until, since);
    keys.end(ended);
    outbox.announce(MakeKey.announcement(ended.key()), ended.sequence());
    audit.record("key.compromised", "key", key.id(), Map.of("since", since));
    makeKey.ifNone(key.organisation(), key.algorithm());
    compromised.fire(new KeyCompromised(key.organisation()));
    return new Declared(ended.key());
  }
}
