package org.mikromerit.credential.definition;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Unicode;

/** Invariants that several records of a definition share. */
final class Require {

  static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_LIST = 100;

  private Require() {}

  static String text(String what, String text) {
    if (text.isBlank() || text.length() > LONGEST_TEXT || !Unicode.isReadable(text)) {
      throw new IllegalArgumentException(
          what + " must be text of 1 to " + LONGEST_TEXT + " readable characters");
    }
    return text;
  }

  static @Nullable String optionalText(String what, @Nullable String text) {
    return text == null ? null : text(what, text);
  }

  static <T> List<T> few(String what, Collection<T> values) {
    if (values.size() > LONGEST_LIST) {
      throw new IllegalArgumentException(what + ": at most " + LONGEST_LIST);
    }
    return List.copyOf(values);
  }

  static void that(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
