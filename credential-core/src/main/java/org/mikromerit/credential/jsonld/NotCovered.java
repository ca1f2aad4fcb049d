package org.mikromerit.credential.jsonld;

/**
 * A signature over the document would not cover all of it, so it is not read; the code says why and
 * is stable.
 */
public final class NotCovered extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_PLACE = 200;

  /** Why. */
  public enum Code {
    /** It names a context that we do not have, so what it says is unknown. */
    CONTEXT_UNKNOWN,
    /**
     * It brings a context of its own, or none, or the known ones in an order that changes their
     * meaning.
     */
    CONTEXT_UNSOUND,
    /**
     * A member has no meaning in RDF, more than one, or could be moved without breaking a
     * signature.
     */
    MEMBER_NOT_COVERED,
    /** It has more nodes, or is more entangled, than we canonicalise. */
    TOO_COMPLEX
  }

  private final Code code;
  private final String place;

  NotCovered(Code code, String place, String message) {
    super(message);
    this.code = code;
    this.place = printable(place);
  }

  public Code code() {
    return code;
  }

  /**
   * A JSON pointer or a term, shortened and without control characters; it stems from the document.
   */
  public String place() {
    return place;
  }

  private static String printable(String place) {
    int end = Math.min(place.length(), LONGEST_PLACE);
    StringBuilder printable = new StringBuilder(end);
    place
        .substring(0, end)
        .codePoints()
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }
}
