package org.mikromerit.events.organisationkey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;

/**
 * A signing key's public half and when it counts. Old keys stay, because old credentials verify
 * with them for ever.
 *
 * @param verificationMethod the did URL that proofs name
 * @param publicKeyMultibase a Multikey
 * @param validUntil when it was last used to sign, once it has been replaced
 * @param revokedAt from when on it proves nothing
 */
public record OrganisationKeyChangedV1(
    UUID keyId,
    UUID organisationId,
    String verificationMethod,
    String publicKeyMultibase,
    KeyAlgorithm algorithm,
    Instant validFrom,
    @Nullable Instant validUntil,
    @Nullable Instant revokedAt)
    implements EventData {

  public OrganisationKeyChangedV1 {
    Bounds.present(
        "keyId",
        keyId,
        "organisationId",
        organisationId,
        "algorithm",
        algorithm,
        "validFrom",
        validFrom);
    Bounds.didUrl("verificationMethod", verificationMethod);
    Bounds.multibase("publicKeyMultibase", publicKeyMultibase);
    if (validUntil != null) {
      Bounds.notBefore("validUntil", validUntil, validFrom);
    }
  }

  @Override
  public EventType eventType() {
    return EventType.ORGANISATION_KEY_CHANGED_V1;
  }

  @Override
  public String subject() {
    return keyId.toString();
  }

  @Override
  public String partitionKey() {
    return keyId.toString();
  }
}
