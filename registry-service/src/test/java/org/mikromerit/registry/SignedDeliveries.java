package org.mikromerit.registry;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.openbadge.HolderChoice;
import org.mikromerit.credential.sdjwt.SdJwtIssuer;
import org.mikromerit.events.delivery.DeliveryMadeV1;

/** Documents that issuers signed so that their holder can keep parts of them back, on their way. */
public final class SignedDeliveries {
  private static final SoftwareKey KEY = SoftwareKey.ed25519(new byte[32]);

  private SignedDeliveries() {}

  /** One that says who holds it, what it is about, and how they did. */
  public static UUID send(String learnerRef, UUID issuer) {
    UUID credential = UUID.randomUUID();
    String document = document(credential, issuer, "Hygiene in care");
    send(learnerRef, issuer, credential, document, sdJwt(document));
    return credential;
  }

  public static void send(
      String learnerRef, UUID issuer, UUID credential, String document, String sdJwt) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    Deliveries.tell(
        new DeliveryMadeV1(
            credential,
            issuer,
            learnerRef,
            Deliveries.sha256(bytes),
            Deliveries.KEY_ID,
            Deliveries.jwe(Deliveries.KEY_ID, Deliveries.KEY, bytes),
            Deliveries.MADE_AT,
            Deliveries.jwe(
                Deliveries.KEY_ID, Deliveries.KEY, sdJwt.getBytes(StandardCharsets.US_ASCII))),
        1);
  }

  public static String document(UUID credential, UUID issuer, String name) {
    return """
        {"@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
         "id": "urn:uuid:%s",
         "type": ["VerifiableCredential", "OpenBadgeCredential"],
         "issuer": {"id": "%s", "type": ["Profile"], "name": "Vårdskolan i Åmål"},
         "validFrom": "2026-05-20T12:00:00Z",
         "name": "%s",
         "credentialSubject": {"type": ["AchievementSubject"],
           "identifier": [{"type": "IdentityObject", "hashed": false, "identityHash": "%s", "identityType": "name"}],
           "result": [{"type": ["Result"], "value": "Passed with distinction"}],
           "achievement": {"id": "urn:uuid:0190a000-0000-7000-8000-00000000ac1e", "type": ["Achievement"],
             "name": "%s", "description": "Basic hygiene routines",
             "criteria": {"narrative": "Disinfects hands without a mistake"}}}}
        """
        .formatted(credential, Register.didOf(issuer), name, Deliveries.HOLDER, name);
  }

  public static String sdJwt(String document) {
    try {
      var json = StrictJson.parse(document.getBytes(StandardCharsets.UTF_8));
      String did = json.getJsonObject("issuer").getString("id");
      return new SdJwtIssuer(new SecureRandom())
          .issue(
              json,
              HolderChoice.standard(),
              Optional.empty(),
              KEY,
              VerificationMethodId.parse(did + "#key-1").orElseThrow(),
              Deliveries.MADE_AT)
          .text();
    } catch (MalformedJson e) {
      throw new IllegalStateException(e);
    }
  }
}
