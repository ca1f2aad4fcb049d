package org.mikromerit.credential.jsonld;

import java.util.Optional;
import java.util.regex.Pattern;

/** Absolute IRIs that every RDF library takes as they stand. */
public final class Iris {

  /** In characters. */
  public static final int LONGEST = 2048;

  // What N-Quads forbids in an IRI is left out here, for libraries drop such a statement, or escape
  // it differently.
  private static final Pattern SOUND =
      Pattern.compile(
          "[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Cntrl}<>\"{}|\\\\^`\\p{Zs}\\p{Zl}\\p{Zp}]+");
  private static final String[] PLAIN_SCHEMES = {"urn:uuid:", "https://", "http://", "did:"};

  private static final boolean[] PLAIN = new boolean['z' + 1];

  static {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:/%#?=&"
        .chars()
        .forEach(c -> PLAIN[c] = true);
  }

  private Iris() {}

  /** Whether a text is one, of a bounded length. */
  public static boolean isSound(String iri) {
    // What is plain is sound; to see that takes a tenth of what the expression does.
    return plainScheme(iri).isPresent()
        || (iri.length() <= LONGEST && SOUND.matcher(iri).matches());
  }

  /**
   * How an IRI begins that no processor would change: of a kind that we write ourselves, of
   * unreserved letters, without a path that goes nowhere. Empty for any other, however sound.
   */
  static Optional<String> plainScheme(String iri) {
    for (String scheme : PLAIN_SCHEMES) {
      if (iri.startsWith(scheme)) {
        return isPlain(iri, scheme.length()) ? Optional.of(scheme) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isPlain(String iri, int from) {
    if (iri.length() == from || iri.length() > LONGEST) {
      return false;
    }
    for (int i = from; i < iri.length(); i++) {
      char c = iri.charAt(i);
      // A dot at the beginning of a step might be resolved away.
      boolean resolvable = c == '.' && iri.charAt(i - 1) == '/';
      if (resolvable || c >= PLAIN.length || !PLAIN[c]) {
        return false;
      }
    }
    return true;
  }
}
