package org.mikromerit.credential.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** An Ed25519 private key with its public key. Its text form never shows the secret. */
public final class SigningKey {

  private static final int SEED_SIZE = 32;
  private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
  private static final byte[] TRIAL = "trial".getBytes(StandardCharsets.UTF_8);

  private final byte[] seed;
  private final PrivateKey privateKey;
  private final PublicKey publicKey;

  private SigningKey(byte[] seed, PrivateKey privateKey, PublicKey publicKey) {
    this.seed = seed;
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  public static SigningKey generate(SecureRandom random) {
    byte[] seed = new byte[SEED_SIZE];
    random.nextBytes(seed);
    return fromSeed(seed);
  }

  /**
   * The key that the 32 bytes of RFC 8032's private key stand for.
   *
   * @throws IllegalArgumentException if there are not 32 bytes
   */
  public static SigningKey fromSeed(byte[] seed) {
    if (seed.length != SEED_SIZE) {
      throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + seed.length);
    }
    try {
      byte[] own = seed.clone();
      PrivateKey privateKey =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new PKCS8EncodedKeySpec(Multibase.concat(PKCS8, own)));
      SigningKey key = new SigningKey(own, privateKey, publicKeyOf(own));
      // The public half was derived by a detour (below), so the pair is tried before anybody trusts
      // it.
      if (!key.publicKey().verifies(TRIAL, key.sign(TRIAL))) {
        throw new IllegalStateException("the public key does not belong to the seed");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no Ed25519", e);
    }
  }

  /** The secret, to be wrapped before it is stored anywhere. */
  public byte[] seed() {
    return seed.clone();
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  public byte[] sign(byte[] message) {
    return Ed25519.best().sign(privateKey, message);
  }

  PrivateKey jca() {
    return privateKey;
  }

  // The JDK derives a public key only while it generates a pair, so it generates from the seed as
  // its randomness.
  private static PublicKey publicKeyOf(byte[] seed) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519", "SunEC");
    generator.initialize(NamedParameterSpec.ED25519, new FixedRandom(seed));
    KeyPair pair = generator.generateKeyPair();
    byte[] x509 = pair.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(x509, x509.length - SEED_SIZE, x509.length);
    return PublicKey.fromRaw(raw).orElseThrow();
  }

  @Override
  public String toString() {
    return "SigningKey[" + publicKey + "]";
  }

  /** Gives the seed whenever it is asked; used for nothing but the derivation above. */
  private static final class FixedRandom extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] fixed;

    FixedRandom(byte[] fixed) {
      this.fixed = fixed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(fixed, 0, bytes, 0, bytes.length);
    }
  }
}
