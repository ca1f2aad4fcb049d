package org.mikromerit.events.credential;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;

/**
 * A credential was signed and registered as valid. It carries neither the document nor who it
 * speaks of.
 *
 * @param learnerRef pseudonym of the identifier that it was issued to; never changes
 * @param keyId the key that signed it
 * @param digest SHA-256 of the signed bytes, in hexadecimal
 * @param statusIndex place in the status list, from 0
 * @param award what it was awarded for, if it was for a completed pathway
 * @param rightId the issuing right that it was issued under; null for the issuer's own definition
 */
public record CredentialIssuedV1(
    UUID credentialId,
    UUID organisationId,
    UUID definitionId,
    int definitionVersion,
    String learnerRef,
    CredentialKind kind,
    CertificationLevel certificationLevel,
    UUID keyId,
    String digest,
    Instant awardedAt,
    Instant issuedAt,
    UUID statusListId,
    int statusIndex,
    @Nullable Award award,
    @Nullable UUID rightId)
    implements EventData {

  public CredentialIssuedV1 {
    Bounds.present(
        "credentialId",
        credentialId,
        "organisationId",
        organisationId,
        "definitionId",
        definitionId,
        "kind",
        kind,
        "certificationLevel",
        certificationLevel,
        "keyId",
        keyId,
        "awardedAt",
        awardedAt,
        "issuedAt",
        issuedAt,
        "statusListId",
        statusListId);
    Bounds.atLeast(1, "definitionVersion", definitionVersion);
    Bounds.pseudonym("learnerRef", learnerRef);
    Bounds.sha256("digest", digest);
    Bounds.atLeast(0, "statusIndex", statusIndex);
  }

  /**
   * The completed pathway that a credential was awarded for.
   *
   * @param attempt from 1
   * @param parts the credentials that fulfilled it
   */
  public record Award(
      UUID stackId, UUID pathwayId, int pathwayVersion, int attempt, List<UUID> parts) {
    public Award {
      Bounds.present("stackId", stackId, "pathwayId", pathwayId);
      Bounds.atLeast(1, "pathwayVersion", pathwayVersion);
      Bounds.atLeast(1, "attempt", attempt);
      parts = Bounds.list("parts", parts, 1);
    }
  }

  @Override
  public EventType eventType() {
    return EventType.CREDENTIAL_ISSUED_V1;
  }

  @Override
  public String subject() {
    return credentialId.toString();
  }

  @Override
  public String partitionKey() {
    return learnerRef;
  }
}
