package org.mikromerit.portal.verify;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;

/** What somebody gave to have it verified, as far as one look tells. */
sealed interface Given {

  /** A document or token. */
  record Document(String mediaType, String text) implements Given {}

  /** An id alone. */
  record Id(String urn) implements Given {}

  /** A link; nothing is fetched from where somebody points. */
  record Link(URI address) implements Given {}

  record Nothing() implements Given {}

  /** A picture without a code that can be read. */
  record NoCode() implements Given {}

  /** What it is that none of the forms fit. */
  record Unreadable() implements Given {}

  /** More than any credential here has. */
  record TooLarge() implements Given {}

  /** As large as what the verifier looks at, in characters. */
  int LARGEST = 262_144;

  static Given of(String given) {
    String text = given.strip();
    if (text.length() > LARGEST) {
      return new TooLarge();
    }
    if (text.isEmpty()) {
      return new Nothing();
    }
    if (text.startsWith("{")) {
      return new Document("application/vc", text);
    }
    if (text.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){2}")) {
      return new Document("application/vc+jwt", text);
    }
    if (text.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){2}~[A-Za-z0-9_.~-]*")) {
      return new Document("application/vc+sd-jwt", text);
    }
    return named(text);
  }

  private static Given named(String text) {
    String name = text.toLowerCase(Locale.ROOT).replaceFirst("^urn:uuid:", "");
    if (name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      return new Id("urn:uuid:" + UUID.fromString(name));
    }
    try {
      return text.matches("https?://\\S+") ? new Link(URI.create(text)) : new Unreadable();
    } catch (IllegalArgumentException e) {
      return new Unreadable();
    }
  }
}
