package org.mikromerit.registry.publication;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidWeb;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.registry.organisation.PublicAddress;

/**
 * Signs what the registry itself says: trust lists and verification bundles. Never credentials,
 * whose keys the issuer alone has.
 *
 * <p>The registry is {@code did:web:<public host>}; its DID document is at {@code
 * /.well-known/did.json}.
 */
@ApplicationScoped
@Startup // A registry that cannot sign says so before it serves.
public class RegistrySigner {
  private final SigningKey key;
  private final VerificationMethodId method;

  /**
   * @param seed 32 bytes in base64, from a secret store: an Ed25519 private key (RFC 8032). There
   *     is no default outside development.
   */
  RegistrySigner(
      @ConfigProperty(name = "mikromerit.registry-key") Optional<String> seed,
      PublicAddress address) {
    this.key = read(seed.orElse(""));
    this.method = VerificationMethodId.of(DidWeb.of(address.url()), key.publicKey());
  }

  private static SigningKey read(String base64) {
    try {
      return SoftwareKey.ed25519(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException _) {
      // Said without the cause, which would repeat a part of the secret.
      throw new IllegalStateException(
          "MIKROMERIT_REGISTRY_KEY must be 32 bytes in base64; make one with: openssl rand -base64 32");
    }
  }

  /** Who signs. */
  public Did did() {
    return method.did();
  }

  /** As signatures name the key: {@code <did>#<multibase>}. */
  public VerificationMethodId method() {
    return method;
  }

  public PublicKey publicKey() {
    return key.publicKey();
  }

  /**
   * The payload, signed, in one line (JWS compact serialisation).
   *
   * @param type the media type without {@code application/}
   */
  public String sign(String type, byte[] payload) {
    return CompactJws.sign(type, payload, key, method);
  }
}
