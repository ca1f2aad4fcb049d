package org.mikromerit.registry.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.organisation.OrganisationState;

/**
 * All that is needed to verify some credentials where this registry cannot be asked, as it was at
 * one moment. Signed, it is a {@code mikromerit-bundle+jwt}. No learner in it.
 *
 * @param registry the did of the registry that says so
 * @param rights as the events about them say it
 */
public record VerificationBundle(
    String registry,
    Instant issuedAt,
    List<IssuerEntry> issuers,
    List<JsonNode> rights,
    List<DefinitionEntry> definitions,
    List<StatusListEntry> statusLists,
    List<StatusEntry> statuses) {

  /** The media type of a signed one, without {@code application/}. */
  public static final String TYPE = "mikromerit-bundle+jwt";

  /** An organisation with all that it was, and every key that it ever had. */
  public record IssuerEntry(
      String did,
      String name,
      UUID organisationId,
      GovernanceModel governanceModel,
      List<StateEntry> history,
      List<AccreditationEntry> accreditations,
      List<KeyEntry> keys) {}

  /** A state and its beginning. */
  public record StateEntry(OrganisationState state, Instant from, @Nullable String reason) {}

  /** A body's dated decision about an organisation. */
  public record AccreditationEntry(
      UUID accreditationId,
      String scheme,
      String body,
      @Nullable String scope,
      Instant validFrom,
      @Nullable Instant validUntil,
      @Nullable Instant withdrawnAt) {}

  /** A key; replaced ones still prove what they signed, revoked ones nothing. */
  public record KeyEntry(
      String verificationMethod,
      String publicKeyMultibase,
      Instant validFrom,
      @Nullable Instant validUntil,
      @Nullable Instant revokedAt) {}

  /** Who defined a version, which tells whether its issuer needed a right. */
  public record DefinitionEntry(
      UUID id, int version, UUID organisationId, Map<String, String> title) {}

  /**
   * A status list.
   *
   * @param url as the credentials name it
   * @param credential the signed list, exactly
   */
  public record StatusListEntry(String url, String credential) {}

  /** How a credential stood; bits alone tell no reason. */
  public record StatusEntry(
      UUID credentialId, CredentialStatus status, @Nullable String reason, Instant since) {}
}
