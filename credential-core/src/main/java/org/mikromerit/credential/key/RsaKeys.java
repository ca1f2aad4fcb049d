package org.mikromerit.credential.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/**
 * RSA keys as their bytes: the DER of an RSAPublicKey, as in a Multikey, and of an RSAPrivateKey
 * (RFC 8017, appendix A.1).
 */
final class RsaKeys {

  private static final int FEWEST_BITS = 2048;
  private static final int MOST_BITS = 4096;
  // FIPS 186-5, appendix A.1.1 wants none below; libraries differ in what they read beyond 32 bits.
  private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(65_537);
  private static final int MOST_BITS_OF_EXPONENT = 32;
  // Both numbers, and some bytes of DER around them.
  private static final int LONGEST = MOST_BITS / 8 + 20;
  // That many trials of a prime fail to notice that it is none once in 2^112 times.
  private static final int CERTAINTY = 112;

  private static final AlgorithmIdentifier RSA =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);

  private RsaKeys() {}

  /** The bytes of a key's two numbers; empty if they make no key that is believed here. */
  static Optional<byte[]> raw(BigInteger modulus, BigInteger exponent) {
    return isSound(modulus, exponent)
        ? Optional.of(der(new RSAPublicKey(modulus, exponent)))
        : Optional.empty();
  }

  /** The key of its bytes; empty if they are none that is believed here, or not its only ones. */
  static Optional<RSAPublicKey> read(byte[] raw) {
    if (raw.length > LONGEST) {
      return Optional.empty();
    }
    try {
      RSAPublicKey key = RSAPublicKey.getInstance(sequence(raw));
      return isSound(key.getModulus(), key.getPublicExponent()) && Arrays.equals(der(key), raw)
          ? Optional.of(key)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** How long the key's signatures are, in bytes. */
  static int signatureSize(RSAPublicKey key) {
    return (key.getModulus().bitLength() + 7) / 8;
  }

  static byte[] x509(RSAPublicKey key) throws IOException {
    return new SubjectPublicKeyInfo(RSA, key).getEncoded();
  }

  /** A new private key of 2048 bits. */
  static byte[] generate(SecureRandom random) {
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(
        new RSAKeyGenerationParameters(SMALLEST_EXPONENT, random, FEWEST_BITS, CERTAINTY));
    var key = (RSAPrivateCrtKeyParameters) generator.generateKeyPair().getPrivate();
    return der(
        new RSAPrivateKey(
            key.getModulus(),
            key.getPublicExponent(),
            key.getExponent(),
            key.getP(),
            key.getQ(),
            key.getDP(),
            key.getDQ(),
            key.getQInv()));
  }

  static byte[] pkcs8(byte[] secret) throws IOException {
    return new PrivateKeyInfo(RSA, RSAPrivateKey.getInstance(sequence(secret))).getEncoded();
  }

  /**
   * The public key's bytes.
   *
   * @throws IllegalArgumentException if the secret is none that is believed here
   */
  static byte[] publicOf(byte[] secret) {
    RSAPrivateKey key = RSAPrivateKey.getInstance(sequence(secret));
    return raw(key.getModulus(), key.getPublicExponent())
        .orElseThrow(() -> new IllegalArgumentException("no RSA key of 2048 to 4096 bits"));
  }

  // Given bytes, getInstance throws one thing or another for what is no sequence.
  private static ASN1Sequence sequence(byte[] der) {
    try {
      if (ASN1Primitive.fromByteArray(der) instanceof ASN1Sequence sequence) {
        return sequence;
      }
      throw new IllegalArgumentException("no numbers");
    } catch (IOException e) {
      throw new IllegalArgumentException("no DER", e);
    }
  }

  private static boolean isSound(BigInteger modulus, BigInteger exponent) {
    return modulus.signum() > 0
        && modulus.bitLength() >= FEWEST_BITS
        && modulus.bitLength() <= MOST_BITS
        && modulus.testBit(0)
        && exponent.compareTo(SMALLEST_EXPONENT) >= 0
        && exponent.bitLength() <= MOST_BITS_OF_EXPONENT
        && exponent.testBit(0);
  }

  private static byte[] der(ASN1Object key) {
    try {
      return key.getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("two numbers cannot be written", e);
    }
  }
}
