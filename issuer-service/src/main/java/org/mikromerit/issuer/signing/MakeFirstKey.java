package org.mikromerit.issuer.signing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.events.organisationkey.KeyAlgorithm;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.issuer.organisation.OrganisationAuthorised;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.identity.Ids;
import org.mikromerit.kit.outbox.Outbox;

/** An organisation that is authorised gets its key, once, in the transaction that learns of it. */
@ApplicationScoped
class MakeFirstKey {
  private final OrganisationKeys keys;
  private final KeyWrapping wrapping;
  private final PublicAddress address;
  private final Installation installation;
  private final Outbox outbox;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  MakeFirstKey(
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

  void whenAuthorised(
      @Observes @Priority(OrganisationAuthorised.MAKE_KEY) OrganisationAuthorised authorised) {
    var organisation = authorised.organisation();
    if (keys.hasAny(organisation)) {
      return;
    }
    installation.establish();
    var signingKey = SoftwareKey.generate(KeyType.ED25519, random);
    var method = VerificationMethodId.of(address.didOf(organisation), signingKey.publicKey());
    var key =
        new OrganisationKey(
            ids.next(),
            organisation,
            method.url(),
            signingKey.publicKey().multibase(),
            clock.instant(),
            null,
            null);
    byte[] wrapped = wrapping.wrap(signingKey.secret(), key.id(), organisation);
    keys.add(new OrganisationKeys.Stored(key, wrapped));
    outbox.announce(announcement(key), 1);
    audit.recordBySystem(organisation, "key.made", "key", key.id(), Map.of());
  }

  static OrganisationKeyChangedV1 announcement(OrganisationKey key) {
    return new OrganisationKeyChangedV1(
        key.id(),
        key.organisation(),
        key.verificationMethod(),
        key.publicKeyMultibase(),
        KeyAlgorithm.ED25519,
        key.validFrom(),
        key.validUntil(),
        key.revokedAt());
  }
}
