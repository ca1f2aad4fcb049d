package org.mikromerit.issuer.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.events.organisationkey.KeyAlgorithm;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.issuer.signing.OrganisationKeys.Stored;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.identity.Ids;
import org.mikromerit.kit.outbox.Outbox;

/** An organisation gets a key, which is announced in the transaction that stores it. */
@ApplicationScoped
public class MakeKey {
  private final OrganisationKeys keys;
  private final KeyWrapping wrapping;
  private final PublicAddress address;
  private final Installation installation;
  private final Outbox outbox;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  MakeKey(
      OrganisationKeys keys,
      KeyWrapping wrapping,
      PublicAddress address,
      Installation installation,
      Outbox outbox,
      Audit audit,
      Ids ids,
      InstantSource clock) {
    this.keys = keys;
    this.wrapping = wrapping;
    this.address = address;
    this.installation = installation;
    this.outbox = outbox;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes a key of this kind, unless the organisation signs with one already. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void ifNone(UUID organisation, KeyAlgorithm algorithm) {
    if (keys.current(organisation, algorithm).isPresent()) {
      return;
    }
    installation.establish();
    Stored made = make(organisation, algorithm);
    OrganisationKey key = made.key();
    if (keys.addIfNone(made)) {
      outbox.announce(announcement(key), 1);
      audit.recordBySystem(
          organisation, "key.made", "key", key.id(), Map.of("algorithm", algorithm.code()));
    }
  }

  private Stored make(UUID organisation, KeyAlgorithm algorithm) {
    var signingKey = SoftwareKey.generate(OrganisationKey.type(algorithm), random);
    var method = VerificationMethodId.of(address.didOf(organisation), signingKey.publicKey());
    var key =
        new OrganisationKey(
            ids.next(),
            organisation,
            method.url(),
            signingKey.publicKey().multibase(),
            algorithm,
            clock.instant(),
            null,
            null);
    return new Stored(key, wrapping.wrap(signingKey.secret(), key.id(), organisation));
  }

  static OrganisationKeyChangedV1 announcement(OrganisationKey key) {
    return new OrganisationKeyChangedV1(
        key.id(),
        key.organisation(),
        key.verificationMethod(),
        key.publicKeyMultibase(),
        key.algorithm(),
        key.validFrom(),
        key.validUntil(),
        key.revokedAt());
  }
}
