package org.mikromerit.events.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;

/**
 * A credential's document on its way to the learner's portfolio. Its topic is kept for days, and
 * only the registry may read it. Sequence 1 of its credential.
 *
 * @param learnerRef pseudonym of the identifier that it was issued to
 * @param digest SHA-256 of the document, in hexadecimal
 * @param keyId the delivery key that it is encrypted under
 * @param document compact JWE (RFC 7516): direct encryption, AES-256-GCM; at most 900,000
 *     characters
 * @param sdJwt the same credential as SD-JWT (RFC 9901) with all its disclosures, so that its
 *     holder can show parts of it; encrypted as the document is
 */
public record DeliveryMadeV1(
    UUID credentialId,
    UUID organisationId,
    String learnerRef,
    String digest,
    String keyId,
    String document,
    Instant madeAt,
    @Nullable String sdJwt)
    implements EventData {

  public DeliveryMadeV1 {
    Bounds.present(
        "credentialId", credentialId, "organisationId", organisationId, "madeAt", madeAt);
    Bounds.pseudonym("learnerRef", learnerRef);
    Bounds.sha256("digest", digest);
    Bounds.token("keyId", keyId);
    Bounds.encrypted("document", document);
    if (sdJwt != null) {
      Bounds.encrypted("sdJwt", sdJwt);
    }
  }

  @Override
  public EventType eventType() {
    return EventType.DELIVERY_MADE_V1;
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
