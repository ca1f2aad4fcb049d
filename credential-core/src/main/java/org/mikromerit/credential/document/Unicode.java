package org.mikromerit.credential.document;

/** Whether a Java string is text that UTF-8 can carry. */
public final class Unicode {

  private Unicode() {}

  /**
   * False for half of a surrogate pair, which encoders replace and so would change what is signed.
   */
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Also without control characters, line ends and tabs apart: what a person may read on a page.
   */
  public static boolean isReadable(String text) {
    return isWellFormed(text)
        && text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
  }
}
