package org.mikromerit.stacking.pathway;

/** What a pathway is called in Swedish and in English. */
public record Title(String sv, String en) {
  /** In UTF-16 units. */
  public static final int LONGEST = 200;

  public Title {
    if (!isReadable(sv) || !isReadable(en)) {
      throw new IllegalArgumentException("A title is readable text");
    }
  }

  /**
   * Whether it can be shown: neither empty nor too long, and no control characters or halves of
   * characters.
   */
  public static boolean isReadable(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST
        && text.codePoints()
            .noneMatch(
                point ->
                    Character.isISOControl(point)
                        || Character.getType(point) == Character.SURROGATE);
  }
}
