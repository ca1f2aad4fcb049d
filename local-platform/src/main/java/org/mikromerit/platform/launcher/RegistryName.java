package org.mikromerit.platform.launcher;

import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * The registry by the key that it signs with, as its DID document has it: {@code <did>#<key in
 * multibase>}. A verifier that is told it beforehand takes nobody else's word for the registry's.
 */
public final class RegistryName {
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int RAW = 32;

  private RegistryName() {}

  /**
   * Of a registry that is not running yet.
   *
   * @param publicUrl of which scheme, host and port matter
   * @param seed of its Ed25519 key: 32 bytes in base64
   */
  public static String of(URI publicUrl, String seed) {
    String port = publicUrl.getPort() < 0 ? "" : "%3A" + publicUrl.getPort();
    return "did:web:%s%s#%s"
        .formatted(
            publicUrl.getHost().toLowerCase(Locale.ROOT),
            port,
            multibase(Base64.getDecoder().decode(seed)));
  }

  private static String multibase(byte[] seed) {
    byte[] multikey = new byte[2 + RAW];
    // The multicodec ed25519-pub, as a varint.
    multikey[0] = (byte) 0xed;
    multikey[1] = 0x01;
    byte[] encoded = publicKey(seed);
    System.arraycopy(encoded, encoded.length - RAW, multikey, 2, RAW);
    var digits = new StringBuilder();
    for (var rest = new BigInteger(1, multikey); rest.signum() > 0; ) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(BASE58.length()));
      digits.append(BASE58.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return "z" + digits.reverse();
  }

  /** In X.509's form, of which the last bytes are the key. */
  private static byte[] publicKey(byte[] seed) {
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519", "SunEC");
      generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
      return generator.generateKeyPair().getPublic().getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Java makes a public key of a private one nowhere but here: from its "random" seed. */
  private static final class Fixed extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] seed;

    Fixed(byte[] seed) {
      this.seed = Arrays.copyOf(seed, RAW);
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
