package org.mikromerit.credential.lint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.lint.Digest.Hash;

/** What is known of resources that credentials refer to, without asking anybody. */
final class KnownResources {

  // As W3C publishes them: of the files that it serves, whose spelling differs from that of ours.
  private static final Map<String, Map<Hash, byte[]>> PUBLISHED =
      Map.of(
          PinnedContexts.CREDENTIALS_V2,
          Map.of(
              // VCDM 2.0, appendix B.1.
              Hash.SHA_256,
              HexFormat.of()
                  .parseHex("59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734"),
              Hash.SHA_384,
              Base64.getDecoder()
                  .decode("l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU")),
          PinnedContexts.CREDENTIALS_V1,
          Map.of(
              // VCDM 1.1, appendix B.1.
              Hash.SHA_256,
              HexFormat.of()
                  .parseHex("ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc")));

  private KnownResources() {}

  /** The resource's digest; empty if it is not known by that hash. */
  static Optional<byte[]> digest(String resource, Hash hash) {
    return resource.equals(PinnedContexts.MIKROMERIT)
        ? Optional.of(own(hash))
        : Optional.ofNullable(PUBLISHED.getOrDefault(resource, Map.of()).get(hash));
  }

  private static byte[] own(Hash hash) {
    try {
      return MessageDigest.getInstance(hash.algorithm()).digest(PinnedContexts.mikromeritBytes());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-2 is part of every Java platform", e);
    }
  }
}
