package org.mikromerit.registry.portfolio;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.mikromerit.kit.sealing.Sealing;

/**
 * Opens what the issuer encrypted for us: JWE (RFC 7516), direct encryption with AES-256-GCM, under
 * a key that both services have from the secret store by its id.
 */
@ApplicationScoped
class DeliveryKeys {
  private static final Logger LOG = Logger.getLogger(DeliveryKeys.class);

  private final Map<String, byte[]> byId;

  /**
   * @param keys {@code <id>=<32 bytes in base64>}, with commas between them; all of them open, so
   *     that a key can be replaced while documents under the old one are on their way
   */
  DeliveryKeys(@ConfigProperty(name = "mikromerit.delivery-keys") Optional<String> keys) {
    byId = parse(keys.orElse(""));
  }

  private static Map<String, byte[]> parse(String keys) {
    Map<String, byte[]> byId = new LinkedHashMap<>();
    for (String entry : keys.split(",", -1)) {
      if (!entry.isBlank()) {
        int equals = entry.indexOf('=');
        byId.put(entry.substring(0, Math.max(equals, 0)).strip(), key(entry.substring(equals + 1)));
      }
    }
    return byId;
  }

  private static byte[] key(String base64) {
    try {
      byte[] key = Base64.getDecoder().decode(base64.strip());
      if (key.length == Sealing.KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException _) {
      // Said below without the cause, which would repeat a part of the secret.
    }
    throw new IllegalStateException(
        "MIKROMERIT_DELIVERY_KEYS is <id>=<32 bytes in base64>, with commas between several");
  }

  void start(@Observes StartupEvent event) {
    if (byId.isEmpty()) {
      LOG.warn("no delivery key: documents from issuers are set aside until there is one");
    }
  }

  /**
   * The document.
   *
   * @throws IllegalStateException if no such key is here yet; the delivery waits for it
   * @throws IllegalArgumentException if it is not what the issuer makes
   */
  byte[] open(String keyId, String jwe) {
    byte[] key = byId.get(keyId);
    if (key == null) {
      throw new IllegalStateException("A delivery key of this id is not known here yet");
    }
    try {
      JWEObject sealed = JWEObject.parse(jwe);
      requireOurForm(sealed.getHeader(), keyId);
      sealed.decrypt(new DirectDecrypter(key));
      return sealed.getPayload().toBytes();
    } catch (ParseException | JOSEException _) {
      // Without the cause: it may repeat what was to be read.
      throw new IllegalArgumentException("The delivery does not open under the key that it names");
    }
  }

  /** No other algorithm, and nothing compressed, which would have to be bounded twice. */
  private static void requireOurForm(JWEHeader header, String keyId) {
    if (!JWEAlgorithm.DIR.equals(header.getAlgorithm())
        || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
        || header.getCompressionAlgorithm() != null
        || !keyId.equals(header.getKeyID())) {
      throw new IllegalArgumentException("The delivery is not encrypted as deliveries are");
    }
  }
}
