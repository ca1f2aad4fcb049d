package org.mikromerit.credential.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;

/** A private key in this process's memory. */
public final class SoftwareKey implements SigningKey {

  private static final byte[] TRIAL = "trial".getBytes(StandardCharsets.UTF_8);

  private final byte[] secret;
  private final PrivateKey privateKey;
  private final PublicKey publicKey;

  private SoftwareKey(byte[] secret, PrivateKey privateKey, PublicKey publicKey) {
    this.secret = secret;
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /** A new key. */
  public static SoftwareKey generate(KeyType type, SecureRandom random) {
    if (type == KeyType.RSA) {
      return of(type, RsaKeys.generate(random));
    }
    byte[] secret = new byte[type.secretSize()];
    while (true) {
      random.nextBytes(secret);
      try {
        return of(type, secret);
      } catch (IllegalArgumentException _) {
        // Not below the curve's order, which happens once in 2^32 times.
      }
    }
  }

  /**
   * The key that 32 bytes stand for (RFC 8032, section 5.1.5).
   *
   * @throws IllegalArgumentException if there are not 32 bytes
   */
  public static SoftwareKey ed25519(byte[] seed) {
    return of(KeyType.ED25519, seed);
  }

  /**
   * The key of its secret bytes: a seed for Ed25519, a number for the curves, an RSAPrivateKey's
   * DER (RFC 8017, appendix A.1.2) for RSA.
   *
   * @throws IllegalArgumentException if they are no key of this type
   */
  public static SoftwareKey of(KeyType type, byte[] secret) {
    try {
      byte[] own = secret.clone();
      PublicKey publicKey = PublicKey.fromRaw(type, RawKeys.publicOf(type, own)).orElseThrow();
      var key =
          new SoftwareKey(
              own, SignatureLibrary.best().privateKey(type, RawKeys.pkcs8(type, own)), publicKey);
      // One library derived the public half and another signs, so the pair is tried before anybody
      // trusts it.
      if (!publicKey.verifies(TRIAL, key.sign(TRIAL))) {
        throw new IllegalStateException("the public key does not belong to the secret");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no library here takes a key of " + type, e);
    }
  }

  /** The secret, to be wrapped before it is stored anywhere. */
  public byte[] secret() {
    return secret.clone();
  }

  @Override
  public PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public byte[] sign(byte[] message) {
    return SignatureLibrary.best().sign(publicKey.type(), privateKey, message);
  }

  @Override
  public String toString() {
    return "SoftwareKey[" + publicKey + "]";
  }
}
