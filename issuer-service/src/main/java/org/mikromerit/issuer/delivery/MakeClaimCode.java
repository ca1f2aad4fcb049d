package org.mikromerit.issuer.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.issuer.delivery.ClaimCodes.Claimable;
import org.mikromerit.issuer.learner.ClaimReference;
import org.mikromerit.kit.audit.Audit;

/**
 * An institution makes a code for a learner whom it knows by no identifier. A new one replaces the
 * one before, so a lost letter is answered by another letter.
 */
@ApplicationScoped
public class MakeClaimCode {
  private final ClaimCodes codes;
  private final ClaimConfig config;
  private final Audit audit;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  MakeClaimCode(ClaimCodes codes, ClaimConfig config, Audit audit, InstantSource clock) {
    this.codes = codes;
    this.config = config;
    this.audit = audit;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {}

  /** The code, which is given out this once. */
  public record Made(ClaimCode code, Instant expiresAt) implements Outcome {}

  /** There is no code. */
  public sealed interface Refused extends Outcome {

    /** One answer for "none" and "not yours", so that nobody can probe for others' credentials. */
    record NoSuchCredential() implements Refused {}

    /** It was issued to an identifier: whoever signs in with that has it already. */
    record HasItsLearner() implements Refused {}

    /** Somebody showed a code for it before. */
    record AlreadyClaimed() implements Refused {}
  }

  @Transactional
  public Outcome make(UUID organisation, UUID credential) {
    Optional<Claimable> found = codes.find(organisation, credential);
    if (found.isEmpty()) {
      return new Refused.NoSuchCredential();
    }
    if (!ClaimReference.isOne(found.get().learnerRef())) {
      return new Refused.HasItsLearner();
    }
    var code = ClaimCode.random(random);
    Instant now = clock.instant();
    Instant expiresAt = now.plus(config.validity());
    if (!codes.put(credential, code.hash(), now, expiresAt)) {
      return new Refused.AlreadyClaimed();
    }
    audit.record("claim-code.made", "credential", credential, Map.of());
    return new Made(code, expiresAt);
  }
}
