package org.mikromerit.credential.key;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;

/**
 * A private key in a hardware module (PKCS #11), which signs with it and never gives it out. Such
 * modules have no Ed25519 through Java, so the key is one on P-256 or P-384, or one of RSA.
 */
public final class Pkcs11Key implements SigningKey {

  private final Provider module;
  private final PrivateKey handle;
  private final PublicKey publicKey;

  private Pkcs11Key(Provider module, PrivateKey handle, PublicKey publicKey) {
    this.module = module;
    this.handle = handle;
    this.publicKey = publicKey;
  }

  /** A module and the way into it. */
  public static final class Module {
    private final Provider provider;
    private final KeyStore keys;

    private Module(Provider provider, KeyStore keys) {
      this.provider = provider;
      this.keys = keys;
    }

    /**
     * Opens a module; one program opens a module's slot once.
     *
     * @param library the maker's library
     * @param slotIndex which of its slots, counted from 0
     * @throws GeneralSecurityException if there is no such module, or the PIN is not its
     */
    public static Module open(Path library, int slotIndex, char[] pin)
        throws GeneralSecurityException {
      Provider sun = Security.getProvider("SunPKCS11");
      if (sun == null) {
        throw new GeneralSecurityException("this Java has no module jdk.crypto.cryptoki");
      }
      Provider provider =
          sun.configure(
              "--name = module%d%nlibrary = \"%s\"%nslotListIndex = %d%n"
                  .formatted(slotIndex, library, slotIndex));
      KeyStore keys = KeyStore.getInstance("PKCS11", provider);
      try {
        keys.load(null, pin);
      } catch (IOException e) {
        throw new GeneralSecurityException("the module lets nobody in with this PIN", e);
      }
      return new Module(provider, keys);
    }

    /**
     * The key of a name, which has a certificate beside it in the module.
     *
     * @return empty if there is none, or it is of a type that signs no credentials
     */
    public Optional<Pkcs11Key> key(String alias) throws GeneralSecurityException {
      Certificate certificate = keys.getCertificate(alias);
      if (certificate == null || !(keys.getKey(alias, null) instanceof PrivateKey handle)) {
        return Optional.empty();
      }
      return publicKey(certificate).map(publicKey -> new Pkcs11Key(provider, handle, publicKey));
    }

    private static Optional<PublicKey> publicKey(Certificate certificate)
        throws GeneralSecurityException {
      if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
        return RsaKeys.raw(rsa.getModulus(), rsa.getPublicExponent())
            .flatMap(raw -> PublicKey.fromRaw(KeyType.RSA, raw));
      }
      if (!(certificate.getPublicKey() instanceof ECPublicKey key)
          || !(ECUtil.generatePublicKeyParameter(key) instanceof ECPublicKeyParameters point)) {
        return Optional.empty();
      }
      byte[] raw = point.getQ().getEncoded(true);
      for (KeyType type : KeyType.values()) {
        if (type.isEllipticCurve() && RawKeys.isOnCurve(type, point)) {
          return PublicKey.fromRaw(type, raw);
        }
      }
      return Optional.empty();
    }
  }

  @Override
  public PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(algorithm(publicKey.type()), module);
      signature.initSign(handle);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the module does not sign", e);
    }
  }

  private static String algorithm(KeyType type) {
    return switch (type) {
      case P256 -> "SHA256withECDSAinP1363Format";
      case P384 -> "SHA384withECDSAinP1363Format";
      case RSA -> "SHA256withRSA";
      case ED25519 -> throw new IllegalStateException("no module signs with Ed25519 here");
    };
  }

  @Override
  public String toString() {
    return "Pkcs11Key[" + publicKey + "]";
  }
}
