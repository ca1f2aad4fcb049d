package org.mikromerit.registry;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;

/** Another installation's registry, and what it signs. */
public final class OtherRegistry {
  public static final Did DID = new Did("did:web:gamla.example");
  public static final SigningKey KEY =
      SoftwareKey.ed25519("a registry that we trust, 32 byt".getBytes(StandardCharsets.US_ASCII));
  public static final VerificationMethodId METHOD = VerificationMethodId.of(DID, KEY.publicKey());
  public static final String AS_OF = "2026-06-01T08:00:00Z";

  private OtherRegistry() {}

  /** We trust it beside ourselves. */
  public static final class IsTrusted implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("mikromerit.trusted-registries", METHOD.url());
    }
  }

  /** A bundle that says how the credential stood. */
  public static String says(UUID credential, String status) {
    return sign(KEY, METHOD, payload(DID.value(), credential, status));
  }

  public static String sign(SigningKey key, VerificationMethodId method, byte[] payload) {
    return CompactJws.sign("mikromerit-bundle+jwt", payload, key, method);
  }

  public static byte[] payload(String registry, UUID credential, String status) {
    return """
        {"registry":"%s","issuedAt":"%s","issuers":[],"statusLists":[],"later":{},
         "statuses":[{"credentialId":"%s","status":"%s","reason":"error","since":"2026-05-30T08:00:00Z"}]}
        """
        .formatted(registry, AS_OF, credential, status)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
