package org.mikromerit.credential.golden;

import java.nio.charset.StandardCharsets;

/** Changes what a document says by as little as can be. */
final class Tampering {

  private Tampering() {}

  /** Of JSON, a letter of the title; of a token, one of what is signed. */
  static byte[] inTheSignedText(byte[] document) {
    String text = new String(document, StandardCharsets.UTF_8);
    if (text.startsWith("{") && text.contains("Hygien i v")) {
      return text.replaceFirst("Hygien i v", "Hygien x v").getBytes(StandardCharsets.UTF_8);
    }
    int inPayload = text.indexOf('.') + 40;
    char other = text.charAt(inPayload) == 'A' ? 'B' : 'A';
    return (text.substring(0, inPayload) + other + text.substring(inPayload + 1))
        .getBytes(StandardCharsets.UTF_8);
  }
}
