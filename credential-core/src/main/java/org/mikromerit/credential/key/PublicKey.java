package org.mikromerit.credential.key;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/** A public key that checks signatures. Equal when its type and its bytes are. */
public final class PublicKey {

  private final KeyType type;
  private final byte[] raw;
  private final java.security.PublicKey key;
  private final int signatureSize;

  private PublicKey(KeyType type, byte[] raw, java.security.PublicKey key) {
    this.type = type;
    this.raw = raw;
    this.key = key;
    this.signatureSize = RawKeys.signatureSize(type, raw);
  }

  /**
   * The key of a Multikey's {@code publicKeyMultibase} (W3C Controlled Identifiers 1.0, section
   * 2.2.2): base58btc of the type's prefix and the key's bytes; empty for all else.
   */
  public static Optional<PublicKey> fromMultibase(String multibase) {
    return Multibase.decodeBase58(multibase).flatMap(PublicKey::fromMultikey);
  }

  private static Optional<PublicKey> fromMultikey(byte[] bytes) {
    for (KeyType type : KeyType.values()) {
      byte[] prefix = type.multicodec();
      if (bytes.length > prefix.length && Arrays.equals(bytes, 0, 2, prefix, 0, 2)) {
        return fromRaw(type, Arrays.copyOfRange(bytes, 2, bytes.length));
      }
    }
    return Optional.empty();
  }

  /**
   * The key of its bytes.
   *
   * @param raw as in a Multikey, after the prefix
   */
  static Optional<PublicKey> fromRaw(KeyType type, byte[] raw) {
    return RawKeys.x509(type, raw).flatMap(x509 -> of(type, raw.clone(), x509));
  }

  private static Optional<PublicKey> of(KeyType type, byte[] raw, byte[] x509) {
    try {
      return Optional.of(new PublicKey(type, raw, SignatureLibrary.best().publicKey(type, x509)));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  public KeyType type() {
    return type;
  }

  /** As in a Multikey's {@code publicKeyMultibase}. */
  public String multibase() {
    return Multibase.base58(Multibase.concat(type.multicodec(), raw));
  }

  /** False for anything but this key's signature of exactly this message. */
  public boolean verifies(byte[] message, byte[] signature) {
    return signature.length == signatureSize
        && SignatureLibrary.best().verify(type, key, message, signature);
  }

  byte[] raw() {
    return raw.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicKey that && type == that.type && Arrays.equals(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }

  @Override
  public String toString() {
    return multibase();
  }
}
