package org.mikromerit.issuer.signing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.sdjwt.SdJwt;

class DisclosableTest {
  private static final SigningKey KEY = SoftwareKey.ed25519(new byte[32]);

  @Test
  void whatWouldBeLargerThanVerifiersReadIsNotSignedToBeShownInParts() {
    assertThat(signed(100)).isPresent();
    assertThat(signed(120_000)).isEmpty();
  }

  private static Optional<SdJwt> signed(int letters) {
    return Signer.signDisclosable(
        document("x".repeat(letters)),
        KEY,
        DidKey.verificationMethod(KEY.publicKey()),
        Instant.parse("2026-05-20T12:00:00Z"));
  }

  /** The text three times, which each time can be kept back. */
  private static JsonObject document(String text) {
    String json =
        """
        {"@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
         "id": "urn:uuid:0190a000-0000-7000-8000-00000000c0de",
         "type": ["VerifiableCredential", "OpenBadgeCredential"],
         "issuer": {"id": "%s", "type": ["Profile"], "name": "Vårdskolan i Åmål"},
         "validFrom": "2026-05-20T12:00:00Z",
         "name": "Hygiene",
         "credentialSubject": {"type": ["AchievementSubject"],
           "result": [{"type": ["Result"], "value": "%s"}],
           "achievement": {"id": "urn:uuid:0190a000-0000-7000-8000-00000000ac1e", "type": ["Achievement"],
             "name": "Hygiene", "description": "%s",
             "criteria": {"narrative": "%s"}}}}
        """
            .formatted(DidKey.of(KEY.publicKey()).value(), text, text, text);
    try {
      return StrictJson.parse(
          json.getBytes(StandardCharsets.UTF_8), new Bounds(1 << 20, 64, 5_000, 1_000, 1 << 20));
    } catch (MalformedJson e) {
      throw new IllegalStateException(e);
    }
  }
}
