package org.mikromerit.credential.did;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mikromerit.credential.document.JsonTree;

/**
 * A decentralised identifier (W3C DID 1.0, section 3.1), without path, query or fragment.
 *
 * <p>Nothing is normalised: two texts are one DID only if they are equal.
 */
public record Did(String value) {

  private static final int LONGEST = 768;

  // Nothing that it took is given back: a verdict reads several, and nested loops took a third of
  // it.
  private static final Pattern SYNTAX =
      Pattern.compile("did:[a-z0-9]++:(?:[A-Za-z0-9._:-]++|%[0-9A-Fa-f]{2})++(?<!:)");

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

  private static boolean isDid(String text) {
    return text.length() <= LONGEST && SYNTAX.matcher(text).matches();
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
    return JsonTree.text(document, "issuer")
        .or(
            () ->
                JsonTree.child(document, "issuer").flatMap(profile -> JsonTree.text(profile, "id")))
        .flatMap(Did::parse);
  }

  @Override
  public String toString() {
    return value;
  }
}
