package org.mikromerit.credential.lint;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.mikromerit.credential.key.Multibase;

/**
 * A digest by one of the hashes that are used for resources.
 *
 * @param value as long as the hash's results are
 */
// Compared by its bytes, and never as an object.
@SuppressWarnings("ArrayRecordComponent")
record Digest(Hash hash, byte[] value) {

  /** SHA-2, by its name in Subresource Integrity and its code among the multihashes. */
  enum Hash {
    SHA_256("SHA-256", "sha256", 0x12, 32),
    SHA_384("SHA-384", "sha384", 0x20, 48),
    SHA_512("SHA-512", "sha512", 0x13, 64);

    private final String algorithm;
    private final String sri;
    private final int multihash;
    private final int length;

    Hash(String algorithm, String sri, int multihash, int length) {
      this.algorithm = algorithm;
      this.sri = sri;
      this.multihash = multihash;
      this.length = length;
    }

    /** By Java's name. */
    String algorithm() {
      return algorithm;
    }
  }

  /** From an integrity expression with one hash (Subresource Integrity, section 3.5). */
  static Optional<Digest> ofSri(String text) {
    int dash = text.indexOf('-');
    return Arrays.stream(Hash.values())
        .filter(hash -> dash > 0 && text.substring(0, dash).equals(hash.sri))
        .findFirst()
        .flatMap(hash -> base64(text.substring(dash + 1)).flatMap(value -> of(hash, value)));
  }

  /** From a multihash in multibase (Controlled Identifiers 1.0, sections 2.4 and 2.5). */
  static Optional<Digest> ofMultibase(String text) {
    Optional<byte[]> bytes = Multibase.decodeBase64Url(text).or(() -> Multibase.decodeBase58(text));
    return bytes
        .filter(multihash -> multihash.length > 2)
        .flatMap(
            multihash ->
                Arrays.stream(Hash.values())
                    .filter(hash -> multihash[0] == hash.multihash && multihash[1] == hash.length)
                    .findFirst()
                    .flatMap(hash -> of(hash, Arrays.copyOfRange(multihash, 2, multihash.length))));
  }

  private static Optional<Digest> of(Hash hash, byte[] value) {
    return value.length == hash.length ? Optional.of(new Digest(hash, value)) : Optional.empty();
  }

  private static Optional<byte[]> base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      // The decoder forgives stray bits in the last letter.
      return Base64.getEncoder().encodeToString(bytes).equals(text)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
