package org.mikromerit.credential.key;

import java.util.HexFormat;

/** A kind of key that signs credentials, with how it is written down and how it signs. */
public enum KeyType {
  /** Ed25519 (RFC 8032). */
  ED25519("ed01", 32, 32, 64, "Ed25519", "SHA-256", "EdDSA"),
  /** ECDSA on NIST P-256 with SHA-256 (FIPS 186-5). */
  P256("8024", 33, 32, 64, "secp256r1", "SHA-256", "ES256"),
  /** ECDSA on NIST P-384 with SHA-384 (FIPS 186-5). */
  P384("8124", 49, 48, 96, "secp384r1", "SHA-384", "ES384"),
  /**
   * RSA of 2048 to 4096 bits, PKCS #1 v1.5 with SHA-256 (RFC 8017, section 8.2). It signs JWTs;
   * Data Integrity has no suite for it.
   */
  RSA("8524", 0, 0, 0, "", "SHA-256", "RS256");

  private final String multicodec;
  private final int publicSize;
  private final int secretSize;
  private final int signatureSize;
  private final String curve;
  private final String digest;
  private final String jwsAlgorithm;

  KeyType(
      String multicodec,
      int publicSize,
      int secretSize,
      int signatureSize,
      String curve,
      String digest,
      String jwsAlgorithm) {
    this.multicodec = multicodec;
    this.publicSize = publicSize;
    this.secretSize = secretSize;
    this.signatureSize = signatureSize;
    this.curve = curve;
    this.digest = digest;
    this.jwsAlgorithm = jwsAlgorithm;
  }

  /** The hash that goes with its signatures, by Java's name: of what a document is reduced to. */
  public String digest() {
    return digest;
  }

  /** The algorithm's name in JWS (RFC 7518, RFC 8037). */
  public String jwsAlgorithm() {
    return jwsAlgorithm;
  }

  /**
   * Whether a JWS that names this algorithm may be by such a key: Ed25519 has two names (RFC 9864).
   */
  public boolean isNamedByJws(String algorithm) {
    return algorithm.equals(jwsAlgorithm) || (this == ED25519 && algorithm.equals("Ed25519"));
  }

  /** What stands before the public key's bytes in a Multikey. */
  byte[] multicodec() {
    return HexFormat.of().parseHex(multicodec);
  }

  /**
   * Of the public key as it is written down, in bytes: a point of a curve is compressed. 0 where
   * keys of the type differ in size.
   */
  int publicSize() {
    return publicSize;
  }

  /**
   * Of the private key as it is written down, in bytes; 0 where keys of the type differ in size.
   */
  int secretSize() {
    return secretSize;
  }

  /**
   * Of a signature, in bytes: for ECDSA both numbers one after the other (IEEE P1363). 0 where it
   * is the key's.
   */
  int signatureSize() {
    return signatureSize;
  }

  String curve() {
    return curve;
  }

  boolean isEllipticCurve() {
    return this == P256 || this == P384;
  }
}
