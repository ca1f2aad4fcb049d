package org.mikromerit.issuer.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.events.delivery.DeliveryClaimedV1;
import org.mikromerit.issuer.delivery.ClaimCodes.Claimable;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.outbox.Outbox;
import org.mikromerit.kit.pseudonym.Pseudonyms;
import org.mikromerit.kit.tenant.Caller;

/** Whoever is signed in and shows a credential's code has it in their portfolio. */
@ApplicationScoped
public class ClaimCredential {
  /** The delivery itself was the first of its events. */
  private static final long SEQUENCE = 2;

  private final ClaimCodes codes;
  private final ClaimConfig config;
  private final Caller caller;
  private final Outbox outbox;
  private final Audit audit;
  private final InstantSource clock;

  ClaimCredential(
      ClaimCodes codes,
      ClaimConfig config,
      Caller caller,
      Outbox outbox,
      Audit audit,
      InstantSource clock) {
    this.codes = codes;
    this.config = config;
    this.caller = caller;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {}

  /** It is the account's. */
  public record Claimed(UUID credential) implements Outcome {}

  /** It is not; that an attempt was made is kept. */
  public sealed interface Refused extends Outcome {

    /**
     * One answer for "never made", "used", "replaced" and "too old", so that nobody learns which.
     */
    record NoSuchCode() implements Refused {}

    /** The account was wrong too often to be told anything for a while. */
    record TooManyAttempts() implements Refused {}
  }

  /** Claims what waits for the code, as people write codes. */
  @Transactional
  public Outcome claim(String written) {
    Instant now = clock.instant();
    String account = Pseudonyms.accountRef(caller.subject());
    if (codes.attempt(account, now.minus(config.attemptsWithin()), now) > config.attempts()) {
      return new Refused.TooManyAttempts();
    }
    Optional<Claimable> found =
        ClaimCode.parse(written).flatMap(code -> codes.claim(code.hash(), account, now));
    found.ifPresent(claimed -> announce(claimed, account, now));
    return found
        .<Outcome>map(claimed -> new Claimed(claimed.credential()))
        .orElseGet(Refused.NoSuchCode::new);
  }

  private void announce(Claimable claimed, String account, Instant now) {
    codes.forgive(account);
    outbox.announce(
        new DeliveryClaimedV1(
            claimed.credential(), claimed.organisation(), claimed.learnerRef(), account, now),
        SEQUENCE);
    audit.record("credential.claimed", "credential", claimed.credential(), Map.of());
  }
}
