package org.mikromerit.issuer.definition.rules;

import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.definition.Draft.Text;

/** Whether a text says something. */
final class Stated {
  private Stated() {}

  static boolean isMissing(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /** Missing where it is there in no language. */
  static boolean isMissing(@Nullable Text text) {
    return text == null || (isMissing(text.sv()) && isMissing(text.en()));
  }
}
