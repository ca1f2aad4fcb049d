package org.mikromerit.credential.did;

import jakarta.json.JsonObject;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mikromerit.credential.document.JsonTree;

/**
 * A decentralised identifier (W3C DID 1.0, section 3.1), without path, query or fragment.
 *
 * <p>Nothing is normalised: two texts are one DID only if they are equal.
 */
public record Did(String value) {

  private static final int LONGEST = 768;

  private static final String SCHEME = "did:";

  /**
   * Takes the text as it is.
   *
   * @throws IllegalArgumentException if the text is not a DID
   */
  public Did {
    if (!isDid(value)) {
      throw new IllegalArgumentException("not a DID");
    }
  }

  public static Optional<Did> parse(String text) {
    return isDid(text) ? Optional.of(new Did(text)) : Optional.empty();
  }

  /** Letter by letter: a verdict reads several, and an expression took a tenth of it. */
  private static boolean isDid(String text) {
    int start = SCHEME.length();
    int end = text.startsWith(SCHEME) ? text.indexOf(':', start) : -1;
    if (end <= start || text.length() > LONGEST || text.endsWith(":")) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (!isOfMethod(text.charAt(i))) {
        return false;
      }
    }
    return isSpecific(text, end + 1);
  }

  private static boolean isOfMethod(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isSpecific(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = isOfMethod(c) || (c >= 'A' && c <= 'Z') || "._-:".indexOf(c) >= 0;
      boolean encoded = c == '%' && isHex(text, i + 1) && isHex(text, i + 2);
      if (!plain && !encoded) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(String text, int at) {
    return at < text.length() && HexFormat.isHexDigit(text.charAt(at));
  }

  public String method() {
    return value.substring(4, value.indexOf(':', 4));
  }

  /** What follows {@code did:<method>:}. */
  String methodSpecificId() {
    return value.substring(value.indexOf(':', 4) + 1);
  }

  /** Whom a document names as its issuer: by its DID, or as a profile that has one as its id. */
  public static Optional<Did> issuerOf(JsonObject document) {
    return issuerNamedIn(document).flatMap(Did::parse);
  }

  /** Whether a document names its issuer by an address, as it may (VCDM 2.0, section 4.7). */
  public static boolean isNamedOtherwise(JsonObject document) {
    return issuerNamedIn(document)
        .filter(name -> name.startsWith("https://") || name.startsWith("http://"))
        .isPresent();
  }

  private static Optional<String> issuerNamedIn(JsonObject document) {
    return JsonTree.text(document, "issuer")
        .or(
            () ->
                JsonTree.child(document, "issuer")
                    .flatMap(profile -> JsonTree.text(profile, "id")));
  }

  /** Whom a document says that it is about, where they have DIDs. */
  public static Set<Did> subjectsOf(JsonObject document) {
    return Stream.concat(
            JsonTree.texts(document, "credentialSubject").stream(),
            JsonTree.children(document, "credentialSubject").stream()
                .flatMap(subject -> JsonTree.text(subject, "id").stream()))
        .flatMap(id -> parse(id).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String toString() {
    return value;
  }
}
