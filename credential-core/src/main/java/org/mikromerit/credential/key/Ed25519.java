package org.mikromerit.credential.key;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Optional;

/**
 * The Ed25519 signature (RFC 8032) by the fastest provider at hand.
 *
 * <p>Amazon's Corretto provider is about sixty times faster than the JDK's; it is native and not on
 * every platform, so it is used where it loads and passes its own test.
 */
final class Ed25519 {

  private static final String CORRETTO =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
  private static final Provider JDK = Security.getProvider("SunEC");
  private static final Ed25519 BEST = new Ed25519(corretto().orElse(JDK));

  private final Provider provider;

  Ed25519(Provider provider) {
    this.provider = provider;
  }

  static Ed25519 best() {
    return BEST;
  }

  static Ed25519 ofJdk() {
    return new Ed25519(JDK);
  }

  static Optional<Provider> corretto() {
    try {
      Provider corretto =
          Class.forName(CORRETTO).asSubclass(Provider.class).getConstructor().newInstance();
      Signature.getInstance("Ed25519", corretto);
      return Optional.of(corretto);
    } catch (ReflectiveOperationException | GeneralSecurityException | LinkageError _) {
      return Optional.empty();
    }
  }

  String providerName() {
    return provider.getName();
  }

  byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519", provider);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 does not sign with " + provider.getName(), e);
    }
  }

  boolean verify(java.security.PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519", provider);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException | java.security.InvalidKeyException _) {
      // A malformed signature, or a key that is no point of the curve: both come from outside.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 does not verify with " + provider.getName(), e);
    }
  }
}
