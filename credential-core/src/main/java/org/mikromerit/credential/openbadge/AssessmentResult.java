package org.mikromerit.credential.openbadge;

import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Unicode;

/**
 * How well it went.
 *
 * @param scheme what the grade is one of, such as "U/G/VG"
 */
public record AssessmentResult(String grade, @Nullable String scheme) {

  private static final int LONGEST = 100;

  /** Checks that there is a grade to show. */
  public AssessmentResult {
    require(grade);
    if (scheme != null) {
      require(scheme);
    }
  }

  private static void require(String text) {
    if (text.isBlank() || text.length() > LONGEST || !Unicode.isReadable(text)) {
      throw new IllegalArgumentException("a grade or scheme is short and readable");
    }
  }
}
