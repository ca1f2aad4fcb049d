package org.mikromerit.portal.institution;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Language;

/** A text in Swedish, English or both. */
public record Text(@Nullable String sv, @Nullable String en) {

  /** In the language, else in the other; empty where it is in neither. */
  public String in(Language language) {
    return Stream.of(language == Language.SV ? sv : en, sv, en)
        .filter(text -> text != null && !text.isBlank())
        .findFirst()
        .orElse("");
  }
}
