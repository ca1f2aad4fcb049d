package org.mikromerit.credential.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** An Ed25519 public key. Equal when its bytes are. */
public final class PublicKey {

  private static final int SIZE = 32;
  private static final int SIGNATURE_SIZE = 64;
  private static final byte[] MULTIKEY = {(byte) 0xed, 0x01};
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

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

  private final byte[] raw;
  private final java.security.PublicKey key;

  private PublicKey(byte[] raw, java.security.PublicKey key) {
    this.raw = raw;
    this.key = key;
  }

  /**
   * The key of a Multikey's {@code publicKeyMultibase}: base58btc of 0xed01 and 32 bytes; empty for
   * all else.
   */
  public static Optional<PublicKey> fromMultibase(String multibase) {
    return Multibase.decodeBase58(multibase)
        .filter(
            bytes ->
                bytes.length == MULTIKEY.length + SIZE
                    && Arrays.equals(bytes, 0, MULTIKEY.length, MULTIKEY, 0, MULTIKEY.length))
        .flatMap(bytes -> fromRaw(Arrays.copyOfRange(bytes, MULTIKEY.length, bytes.length)));
  }

  static Optional<PublicKey> fromRaw(byte[] raw) {
    if (raw.length != SIZE || isOfSmallOrder(raw)) {
      return Optional.empty();
    }
    try {
      java.security.PublicKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(Multibase.concat(X509, raw)));
      return Optional.of(new PublicKey(raw.clone(), key));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private static boolean isOfSmallOrder(byte[] raw) {
    byte[] unsigned = raw.clone();
    unsigned[SIZE - 1] &= 0x7f;
    return SMALL_ORDER.contains(HexFormat.of().formatHex(unsigned));
  }

  /** As in a Multikey's {@code publicKeyMultibase}. */
  public String multibase() {
    return Multibase.base58(Multibase.concat(MULTIKEY, raw));
  }

  /** False for anything but this key's signature of exactly this message. */
  public boolean verifies(byte[] message, byte[] signature) {
    return signature.length == SIGNATURE_SIZE && Ed25519.best().verify(key, message, signature);
  }

  java.security.PublicKey jca() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicKey that && Arrays.equals(raw, that.raw);
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
