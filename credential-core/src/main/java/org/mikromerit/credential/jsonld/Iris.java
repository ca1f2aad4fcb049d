package org.mikromerit.credential.jsonld;

import java.util.regex.Pattern;

/** Absolute IRIs that every RDF library takes as they stand. */
public final class Iris {

  // What N-Quads forbids in an IRI is left out here, for libraries drop such a statement, or escape
  // it differently.
  private static final Pattern SOUND =
      Pattern.compile(
          "[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Cntrl}<>\"{}|\\\\^`\\p{Zs}\\p{Zl}\\p{Zp}]+");
  private static final int LONGEST = 2048;

  private Iris() {}

  /** Whether a text is one, of a bounded length. */
  public static boolean isSound(String iri) {
    return iri.length() <= LONGEST && SOUND.matcher(iri).matches();
  }
}
