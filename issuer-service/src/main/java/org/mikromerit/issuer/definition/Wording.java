package org.mikromerit.issuer.definition;

import org.mikromerit.credential.document.Unicode;

/** Which texts can be stored, announced, signed and shown as they are. */
public final class Wording {
  private Wording() {}

  /** Whether a text has no control characters but line ends, and no broken characters. */
  public static boolean isPlain(String text) {
    return Unicode.isReadable(text) && text.indexOf('\t') < 0;
  }
}
