package org.mikromerit.credential.sdjwt;

import java.nio.charset.StandardCharsets;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.Sha256;

/** How digests are made and where they stand in a payload (RFC 9901, sections 4.1 and 4.2). */
final class Digests {

  /** Names the hash, beside the payload's other members. */
  static final String ALGORITHM = "_sd_alg";

  /** The only hash, and the one that holds where none is named. */
  static final String SHA_256 = "sha-256";

  /** Has the digests of an object's members. */
  static final String MEMBERS = "_sd";

  /** Has the digest of an array's element, alone in an object in its place. */
  static final String ELEMENT = "...";

  private Digests() {}

  /** Of a text that is all ASCII. */
  static String of(String text) {
    return Base64Url.encode(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
