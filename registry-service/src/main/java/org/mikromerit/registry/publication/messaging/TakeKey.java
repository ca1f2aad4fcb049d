package org.mikromerit.registry.publication.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.events.Event;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.registry.compromise.StateCompromise;
import org.mikromerit.registry.publication.OrganisationKey;
import org.mikromerit.registry.publication.OrganisationKeys;
import org.mikromerit.registry.publication.PublishKey;

/** A key that the issuer made, replaced or revoked. */
@ApplicationScoped
class TakeKey implements EventHandler<OrganisationKeyChangedV1> {
  private final OrganisationKeys keys;
  private final PublishKey publishKey;
  private final StateCompromise stateCompromise;

  TakeKey(OrganisationKeys keys, PublishKey publishKey, StateCompromise stateCompromise) {
    this.keys = keys;
    this.publishKey = publishKey;
    this.stateCompromise = stateCompromise;
  }

  @Override
  public Class<OrganisationKeyChangedV1> data() {
    return OrganisationKeyChangedV1.class;
  }

  @Override
  public void apply(Event<OrganisationKeyChangedV1> event) {
    OrganisationKey key = key(event.data());
    publishKey.publish(key);
    Instant compromised = key.revokedAt();
    if (compromised != null) {
      stateCompromise.begin(key, compromised);
    }
  }

  @Override
  public void copy(Event<OrganisationKeyChangedV1> event) {
    keys.put(key(event.data()));
  }

  private static OrganisationKey key(OrganisationKeyChangedV1 changed) {
    return new OrganisationKey(
        changed.keyId(),
        changed.organisationId(),
        VerificationMethodId.parse(changed.verificationMethod())
            .orElseThrow(() -> new IllegalArgumentException("The key's name is no DID URL")),
        PublicKey.fromMultibase(changed.publicKeyMultibase())
            .orElseThrow(() -> new IllegalArgumentException("The key is of no kind that we know")),
        changed.algorithm().code(),
        changed.validFrom(),
        changed.validUntil(),
        changed.revokedAt());
  }
}
