package org.mikromerit.credential.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.mikromerit.credential.key.KeyType;

/** What every cryptosuite here signs in the end: two hashes, one behind the other. */
final class Hashes {
  private Hashes() {}

  /** The hash of the options' canonical form, then that of the document's. */
  static byte[] of(KeyType type, String options, String document) {
    try {
      var digest = MessageDigest.getInstance(type.digest());
      int size = digest.getDigestLength();
      byte[] both = new byte[2 * size];
      digest.update(options.getBytes(StandardCharsets.UTF_8));
      digest.digest(both, 0, size);
      digest.update(document.getBytes(StandardCharsets.UTF_8));
      digest.digest(both, size, size);
      return both;
    } catch (NoSuchAlgorithmException | java.security.DigestException e) {
      throw new IllegalStateException("SHA-2 is part of every Java platform", e);
    }
  }
}
