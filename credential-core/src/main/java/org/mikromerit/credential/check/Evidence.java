package org.mikromerit.credential.check;

/** Text of a document that goes into a finding. */
final class Evidence {

  private static final int LONGEST = 200;

  private Evidence() {}

  /** Bounded, and without control characters, so that it can be shown and logged. */
  static String shorten(String text) {
    if (text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
