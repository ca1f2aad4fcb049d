package org.mikromerit.kit.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What one service encrypts for another with a key that both have: compact JWE (RFC 7516, section
 * 7.1) with direct encryption (RFC 7518, section 4.5) by AES-256-GCM (section 5.3). No other
 * algorithm is read, and nothing compressed, which would have to be bounded twice.
 *
 * <p>Our own instead of a library's since it goes over every byte of every credential twice:
 * decision 28.
 */
public final class CompactJwe {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PARTS = 5;

  private CompactJwe() {}

  /** A credential in its compact form, under a key that is named in it. */
  public static String encrypt(byte[] credential, KeyRing.Key key) {
    // The ids of keys have no character that JSON would have escaped.
    String header =
        ENCODER.encodeToString(
            "{\"kid\":\"%s\",\"cty\":\"vc\",\"enc\":\"A256GCM\",\"alg\":\"dir\"}"
                .formatted(key.id())
                .getBytes(US_ASCII));
    byte[] nonce = AesGcm.newNonce();
    byte[] sealed =
        AesGcm.encrypt(AesGcm.key(key.secret()), nonce, header.getBytes(US_ASCII), credential);
    int tag = sealed.length - AesGcm.TAG_BYTES;
    return String.join(
        ".",
        header,
        "",
        ENCODER.encodeToString(nonce),
        ENCODER.encodeToString(Arrays.copyOf(sealed, tag)),
        ENCODER.encodeToString(Arrays.copyOfRange(sealed, tag, sealed.length)));
  }

  /**
   * What was encrypted so under this key; empty if it was not, or is no such thing.
   *
   * @param jwe of bounded length
   */
  public static Optional<byte[]> decrypt(String jwe, KeyRing.Key key) {
    String[] parts = jwe.split("\\.", PARTS + 1);
    if (parts.length != PARTS || !parts[1].isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] nonce = DECODER.decode(parts[2]);
      byte[] ciphertext = DECODER.decode(parts[3]);
      byte[] tag = DECODER.decode(parts[4]);
      if (!isOurs(JSON.readTree(DECODER.decode(parts[0])), key.id())
          || nonce.length != AesGcm.NONCE_BYTES
          || tag.length != AesGcm.TAG_BYTES) {
        return Optional.empty();
      }
      byte[] sealed = Arrays.copyOf(ciphertext, ciphertext.length + tag.length);
      System.arraycopy(tag, 0, sealed, ciphertext.length, tag.length);
      return Optional.of(
          AesGcm.decrypt(AesGcm.key(key.secret()), nonce, parts[0].getBytes(US_ASCII), sealed));
    } catch (IllegalArgumentException | IllegalStateException | IOException _) {
      // Without the cause: it may repeat what was to be read.
      return Optional.empty();
    }
  }

  private static boolean isOurs(JsonNode header, String keyId) {
    return header.path("alg").asText().equals("dir")
        && header.path("enc").asText().equals("A256GCM")
        && header.path("kid").asText().equals(keyId)
        && !header.has("zip")
        && !header.has("crit");
  }
}
