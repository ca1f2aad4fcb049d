package org.mikromerit.issuer.delivery;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts documents for the registry alone: compact JWE (RFC 7516), direct, AES-256-GCM. The keys
 * are shared with the registry by the secret store, under ids, so that they can be replaced one
 * service at a time: first everybody is given the new key after the old one, then before it.
 */
@ApplicationScoped
class DeliveryKeys {
  private static final Pattern KEY = Pattern.compile("([A-Za-z0-9.+_-]{1,40})=([^,=]{43}=)");
  private static final Pattern KEYS = Pattern.compile(KEY + "(," + KEY + ")*");

  private final String id;
  private final byte[] key;

  /**
   * @param keys {@code <id>=<32 bytes in base64>}, several with commas between them; the first
   *     encrypts
   */
  DeliveryKeys(@ConfigProperty(name = "mikromerit.delivery-keys") Optional<String> keys) {
    String all = keys.orElse("").replace(" ", "");
    Matcher first = KEY.matcher(all);
    if (!KEYS.matcher(all).matches() || !first.lookingAt()) {
      throw unusable();
    }
    this.id = first.group(1);
    this.key = decode(first.group(2));
  }

  void whenStarting(@Observes StartupEvent event) {
    // Makes the bean, and with it the check of the keys, before the first issue.
  }

  /** A document for the registry. */
  record Encrypted(String keyId, String document) {}

  Encrypted encrypt(byte[] document) {
    try {
      var jwe =
          new JWEObject(
              new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                  .keyID(id)
                  .contentType("vc")
                  .build(),
              new Payload(document));
      jwe.encrypt(new DirectEncrypter(key));
      return new Encrypted(id, jwe.serialize());
    } catch (JOSEException e) {
      throw new IllegalStateException("A document cannot be encrypted for delivery", e);
    }
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      // Without the cause, which would repeat a part of the secret.
      throw unusable();
    }
  }

  private static IllegalStateException unusable() {
    return new IllegalStateException(
        "MIKROMERIT_DELIVERY_KEYS must be <id>=<32 bytes in base64>, several with commas between"
            + " them; make a key with: openssl rand -base64 32");
  }
}
