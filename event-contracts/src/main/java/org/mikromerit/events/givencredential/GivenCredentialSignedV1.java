package org.mikromerit.events.givencredential;

import java.time.Instant;
import java.util.UUID;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;

/**
 * A credential was signed in an organisation's name as a program composed it, under no definition.
 * What it says and of whom is known to nobody here, and in no event.
 *
 * @param credentialId by which the issuer keeps it; the document may have another id, or none
 * @param keyId the key that signed it
 * @param digest SHA-256 of the signed bytes, in hexadecimal
 */
public record GivenCredentialSignedV1(
    UUID credentialId, UUID organisationId, UUID keyId, String digest, Instant signedAt)
    implements EventData {

  public GivenCredentialSignedV1 {
    Bounds.present(
        "credentialId",
        credentialId,
        "organisationId",
        organisationId,
        "keyId",
        keyId,
        "signedAt",
        signedAt);
    Bounds.sha256("digest", digest);
  }

  @Override
  public EventType eventType() {
    return EventType.GIVEN_CREDENTIAL_SIGNED_V1;
  }

  @Override
  public String subject() {
    return credentialId.toString();
  }

  @Override
  public String partitionKey() {
    return credentialId.toString();
  }
}
