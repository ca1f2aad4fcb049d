package org.mikromerit.registry.publication.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.registry.organisation.Organisation;
import org.mikromerit.registry.publication.OrganisationKey;
import org.mikromerit.registry.publication.TrustList.TrustedIssuer;

/**
 * An organisation that may issue now.
 *
 * @param since when it was authorised
 */
record TrustedIssuerView(
    UUID id,
    String did,
    String name,
    String country,
    GovernanceModel governanceModel,
    Instant since,
    List<KeyView> keys) {

  record KeyView(
      UUID id,
      String verificationMethod,
      String publicKeyMultibase,
      String algorithm,
      Instant validFrom,
      @Nullable Instant validUntil,
      @Nullable Instant revokedAt) {}

  static TrustedIssuerView of(TrustedIssuer issuer) {
    Organisation organisation = issuer.organisation();
    return new TrustedIssuerView(
        organisation.id(),
        organisation.did(),
        organisation.profile().name(),
        organisation.profile().country(),
        organisation.profile().governanceModel(),
        organisation.standing().since(),
        issuer.keys().stream().map(TrustedIssuerView::key).toList());
  }

  private static KeyView key(OrganisationKey key) {
    return new KeyView(
        key.id(),
        key.method().url(),
        key.key().multibase(),
        key.algorithm(),
        key.validFrom(),
        key.validUntil(),
        key.revokedAt());
  }
}
