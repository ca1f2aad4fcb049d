package org.mikromerit.verification.bundle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;
import org.mikromerit.events.organisation.OrganisationChangedV1.Accreditation;
import org.mikromerit.events.organisation.OrganisationChangedV1.StateSince;

/**
 * What a bundle says, as it is written. What it lacks, it says nothing of.
 *
 * @param registry the did of whoever says it
 * @param issuedAt as of when
 */
record BundleContent(
    @Nullable String registry,
    @Nullable Instant issuedAt,
    @Nullable List<IssuerSaid> issuers,
    @Nullable List<IssuingRightChangedV1> rights,
    @Nullable List<DefinitionSaid> definitions,
    @Nullable List<ListSaid> statusLists,
    @Nullable List<StatusSaid> statuses) {

  /** An issuer with its states and keys. */
  record IssuerSaid(
      String did,
      String name,
      UUID organisationId,
      List<StateSince> history,
      @Nullable List<Accreditation> accreditations,
      List<KeySaid> keys) {}

  /** A key with its history. */
  record KeySaid(
      String verificationMethod,
      String publicKeyMultibase,
      @Nullable Instant validFrom,
      @Nullable Instant validUntil,
      @Nullable Instant revokedAt) {}

  /** Who created a definition. */
  record DefinitionSaid(UUID id, UUID organisationId) {}

  /** A status list, as its issuer signed it. */
  record ListSaid(String url, String credential) {}

  /** How a credential stood. */
  record StatusSaid(
      UUID credentialId,
      CredentialStatus status,
      @Nullable StatusReason reason,
      @Nullable Instant since) {}
}
