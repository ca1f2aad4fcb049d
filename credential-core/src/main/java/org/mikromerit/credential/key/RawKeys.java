package org.mikromerit.credential.key;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Keys as their bare bytes, and in the forms that every library reads (X.509, PKCS #8). */
final class RawKeys {

  // Under a key of small order one signature verifies for many messages, so such keys are no keys.
  // Sign bit cleared.
  private static final Set<String> SMALL_ORDER =
      Set.of(
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0100000000000000000000000000000000000000000000000000000000000000",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

  // RFC 8410, section 7: everything before the seed.
  private static final byte[] ED25519_PKCS8 =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private RawKeys() {}

  /** The public key as X.509's SubjectPublicKeyInfo; empty if the bytes are no key. */
  static Optional<byte[]> x509(KeyType type, byte[] raw) {
    try {
      if (type == KeyType.RSA) {
        Optional<RSAPublicKey> key = RsaKeys.read(raw);
        return key.isPresent() ? Optional.of(RsaKeys.x509(key.get())) : Optional.empty();
      }
      if (raw.length != type.publicSize() || isOfSmallOrder(type, raw)) {
        return Optional.empty();
      }
      return Optional.of(
          SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicKey(type, raw))
              .getEncoded());
    } catch (IllegalArgumentException | IOException _) {
      // No point of the curve.
      return Optional.empty();
    }
  }

  /** How long the signatures of a key are, in bytes; the bytes must be those of a key. */
  static int signatureSize(KeyType type, byte[] raw) {
    return type == KeyType.RSA
        ? RsaKeys.signatureSize(RsaKeys.read(raw).orElseThrow())
        : type.signatureSize();
  }

  private static AsymmetricKeyParameter publicKey(KeyType type, byte[] raw) {
    if (!type.isEllipticCurve()) {
      return new Ed25519PublicKeyParameters(raw);
    }
    var domain = domain(type);
    return new ECPublicKeyParameters(domain.getCurve().decodePoint(raw), domain);
  }

  /** Whether a point is one of the type's curve. */
  static boolean isOnCurve(KeyType type, ECPublicKeyParameters point) {
    return point.getParameters().getCurve().equals(domain(type).getCurve());
  }

  /** A curve's point as 0x04 and both coordinates; the bytes must be those of a key. */
  static byte[] uncompressed(KeyType type, byte[] raw) {
    return domain(type).getCurve().decodePoint(raw).getEncoded(false);
  }

  /** The curve's point as a Multikey has it, of both coordinates; empty if it is none. */
  static Optional<byte[]> compressed(KeyType type, byte[] x, byte[] y) {
    int half = type.secretSize();
    if (x.length != half || y.length != half) {
      return Optional.empty();
    }
    byte[] point = Multibase.concat(new byte[] {4}, Multibase.concat(x, y));
    try {
      return Optional.of(domain(type).getCurve().decodePoint(point).getEncoded(true));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /**
   * The private key as PKCS #8.
   *
   * @throws IllegalArgumentException if the bytes are no private key
   */
  static byte[] pkcs8(KeyType type, byte[] secret) {
    try {
      return switch (type) {
        // Bouncy Castle adds the public key, which the JDK does not read.
        case ED25519 -> Multibase.concat(ED25519_PKCS8, secret);
        case P256, P384 ->
            PrivateKeyInfoFactory.createPrivateKeyInfo(privateKey(type, secret)).getEncoded();
        case RSA -> RsaKeys.pkcs8(secret);
      };
    } catch (IOException e) {
      throw new IllegalStateException("a private key cannot be written", e);
    }
  }

  /**
   * The public key's bytes that belong to a private key's.
   *
   * @throws IllegalArgumentException if the bytes are no private key
   */
  static byte[] publicOf(KeyType type, byte[] secret) {
    if (type == KeyType.RSA) {
      return RsaKeys.publicOf(secret);
    }
    return switch (privateKey(type, secret)) {
      case Ed25519PrivateKeyParameters ed25519 -> ed25519.generatePublicKey().getEncoded();
      case ECPrivateKeyParameters ec ->
          new FixedPointCombMultiplier()
              .multiply(ec.getParameters().getG(), ec.getD())
              .getEncoded(true);
      default -> throw new IllegalStateException("no other kind of key is made here");
    };
  }

  private static AsymmetricKeyParameter privateKey(KeyType type, byte[] secret) {
    if (secret.length != type.secretSize()) {
      throw new IllegalArgumentException(
          "a private key of %s has %d bytes, not %d"
              .formatted(type, type.secretSize(), secret.length));
    }
    // The number is checked to be within the curve's order.
    return type.isEllipticCurve()
        ? new ECPrivateKeyParameters(new BigInteger(1, secret), domain(type))
        : new Ed25519PrivateKeyParameters(secret);
  }

  private static ECDomainParameters domain(KeyType type) {
    X9ECParameters curve = CustomNamedCurves.getByName(type.curve());
    ASN1ObjectIdentifier name =
        type == KeyType.P256 ? SECObjectIdentifiers.secp256r1 : SECObjectIdentifiers.secp384r1;
    return new ECNamedDomainParameters(name, curve);
  }

  private static boolean isOfSmallOrder(KeyType type, byte[] raw) {
    if (type != KeyType.ED25519) {
      return false;
    }
    byte[] unsigned = Arrays.copyOf(raw, raw.length);
    unsigned[raw.length - 1] &= 0x7f;
    return SMALL_ORDER.contains(HexFormat.of().formatHex(unsigned));
  }
}
