package org.mikromerit.credential.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * One library that signs and verifies. The JDK's own Ed25519 is some sixty times slower than Amazon
 * Corretto's, which exists for some platforms only; Bouncy Castle lies between and runs everywhere.
 */
final class SignatureLibrary {
  // By name, since it is not there on every platform.
  private static final String CORRETTO =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

  // The others are not even loaded where it is there.
  private static final SignatureLibrary BEST =
      corretto().map(SignatureLibrary::new).orElseGet(SignatureLibrary::bouncyCastle);

  private final Provider provider;

  private SignatureLibrary(Provider provider) {
    this.provider = provider;
  }

  /** The fastest that is there. */
  static SignatureLibrary best() {
    return BEST;
  }

  /** All that are there, the fastest first. */
  static List<SignatureLibrary> all() {
    return Stream.of(
            corretto().map(SignatureLibrary::new),
            Optional.of(bouncyCastle()),
            Optional.ofNullable(Security.getProvider("SunEC")).map(SignatureLibrary::new))
        .flatMap(Optional::stream)
        .toList();
  }

  private static SignatureLibrary bouncyCastle() {
    return new SignatureLibrary(new BouncyCastleProvider());
  }

  private static Optional<Provider> corretto() {
    try {
      Provider corretto =
          Class.forName(CORRETTO).asSubclass(Provider.class).getConstructor().newInstance();
      Signature.getInstance("Ed25519", corretto);
      return Optional.of(corretto);
    } catch (ReflectiveOperationException | GeneralSecurityException | LinkageError _) {
      return Optional.empty();
    }
  }

  String name() {
    return provider.getName();
  }

  /** The library's own form of a private key. */
  PrivateKey privateKey(KeyType type, byte[] pkcs8) throws GeneralSecurityException {
    return factory(type).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  /** The library's own form of a public key. */
  java.security.PublicKey publicKey(KeyType type, byte[] x509) throws GeneralSecurityException {
    return factory(type).generatePublic(new X509EncodedKeySpec(x509));
  }

  byte[] sign(KeyType type, PrivateKey key, byte[] message) {
    try {
      Signature signature = signature(type);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(type + " does not sign with " + name(), e);
    }
  }

  boolean verify(KeyType type, java.security.PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature verifier = signature(type);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException | java.security.InvalidKeyException _) {
      // A malformed signature, or a key that is no point of the curve: both come from outside.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(type + " does not verify with " + name(), e);
    }
  }

  private KeyFactory factory(KeyType type) throws GeneralSecurityException {
    String algorithm =
        switch (type) {
          case ED25519 -> "EdDSA";
          case P256, P384 -> "EC";
          case RSA -> "RSA";
        };
    // Corretto signs with Ed25519 keys of the JDK and makes none of its own.
    return provider.getService("KeyFactory", algorithm) == null
        ? KeyFactory.getInstance(algorithm)
        : KeyFactory.getInstance(algorithm, provider);
  }

  private Signature signature(KeyType type) throws GeneralSecurityException {
    String algorithm =
        switch (type) {
          case ED25519 -> "Ed25519";
          case P256 -> plain("SHA256");
          case P384 -> plain("SHA384");
          case RSA -> "SHA256withRSA";
        };
    // The JDK has RSA in a provider of its own.
    return provider.getService("Signature", algorithm) == null
        ? Signature.getInstance(algorithm)
        : Signature.getInstance(algorithm, provider);
  }

  /** ECDSA whose signature is both numbers one after the other, as each library calls it. */
  private String plain(String digest) {
    return provider instanceof BouncyCastleProvider
        ? digest + "withPLAIN-ECDSA"
        : digest + "withECDSAinP1363Format";
  }
}
