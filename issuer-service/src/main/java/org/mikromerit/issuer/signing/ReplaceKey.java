package org.mikromerit.issuer.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.issuer.signing.OrganisationKeys.Told;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.outbox.Outbox;

/** An organisation signs with a new key from now on; what the old one signed stays believed. */
@ApplicationScoped
public class ReplaceKey {
  // Whoever had the old key in hand when it was replaced signs its documents to the end.
  private static final Duration IN_HAND = Duration.ofMinutes(1);

  private final OrganisationKeys keys;
  private final MakeKey makeKey;
  private final Outbox outbox;
  private final Audit audit;
  private final InstantSource clock;

  ReplaceKey(
      OrganisationKeys keys, MakeKey makeKey, Outbox outbox, Audit audit, InstantSource clock) {
    this.keys = keys;
    this.makeKey = makeKey;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /** It is replaced by this one, of the same kind. */
  public record Replaced(OrganisationKey by) implements Outcome {}

  /** Why not. */
  public sealed interface Refused extends Outcome {
    /** The organisation never had such a key. */
    record NoSuchKey() implements Refused {}

    /** It was replaced or compromised before. */
    record NotInUse() implements Refused {}
  }

  @Transactional
  public Outcome replace(UUID organisation, UUID key) {
    Optional<Told> found = keys.lock(organisation, key);
    if (found.isEmpty()) {
      return new Refused.NoSuchKey();
    }
    Told told = found.get();
    if (!told.key().isInUse()) {
      return new Refused.NotInUse();
    }
    Instant until = clock.instant().plus(IN_HAND);
    Told ended = told.ended(until, null);
    keys.end(ended);
    outbox.announce(MakeKey.announcement(ended.key()), ended.sequence());
    audit.record("key.replaced", "key", key, Map.of());
    makeKey.ifNone(organisation, told.key().algorithm());
    return new Replaced(keys.current(organisation, told.key().algorithm()).orElseThrow().key());
  }
}
