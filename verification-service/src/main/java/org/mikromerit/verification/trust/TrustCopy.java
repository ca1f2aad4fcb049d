package org.mikromerit.verification.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.did.Did;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;
import org.mikromerit.events.issuingright.IssuingRightChangedV1.TermsSince;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.events.organisation.OrganisationChangedV1.Accreditation;
import org.mikromerit.events.organisation.OrganisationChangedV1.StateSince;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;

/**
 * Keeps whom to trust for what, and since when.
 *
 * <p>Every question may throw {@link org.mikromerit.kit.sql.CopyUnavailable}.
 */
public interface TrustCopy {
  void keep(OrganisationChangedV1 organisation);

  void keep(OrganisationKeyChangedV1 key);

  void keep(DefinitionPublishedV1 definition);

  void keep(IssuingRightChangedV1 right);

  Optional<KnownOrganisation> organisation(String did);

  /** Whether any organisation is known that has its DID from that registry. */
  boolean knowsOrganisationsOf(Did registry);

  /**
   * The key by its verification method, if it is of the organisation that the method's DID names.
   */
  Optional<KnownKey> key(String did, String verificationMethod);

  boolean hasKeys(String did);

  /** Who created the definition, if that is an organisation that is known. */
  Optional<Did> creator(UUID definition);

  /** The rights to the definition that the organisation was ever granted, the oldest first. */
  List<KnownRight> rights(UUID definition, String holder);

  /**
   * An organisation as the register has it.
   *
   * @param history oldest first
   */
  record KnownOrganisation(
      UUID id, String name, List<StateSince> history, List<Accreditation> accreditations) {}

  /**
   * A right with all its terms.
   *
   * @param history oldest first, never empty
   */
  record KnownRight(UUID id, List<TermsSince> history) {}

  /**
   * A key with its history.
   *
   * @param validUntil when it was replaced
   * @param revokedAt since when it must not be believed
   */
  record KnownKey(
      String publicKeyMultibase,
      Instant validFrom,
      @Nullable Instant validUntil,
      @Nullable Instant revokedAt) {}
}
