package org.mikromerit.portal.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that every page can be read in; another is a file of words for each bundle. */
public enum Language {
  SV("sv", "Svenska"),
  EN("en", "English");

  private final String tag;
  private final String name;

  Language(String tag, String name) {
    this.tag = tag;
    this.name = name;
  }

  /** Its BCP 47 tag. */
  public String tag() {
    return tag;
  }

  /** What its speakers call it. */
  public String ownName() {
    return name;
  }

  Locale locale() {
    return Locale.of(tag);
  }

  /** The language of this tag, whatever its region or script. */
  static Optional<Language> of(String tag) {
    return Stream.of(values())
        .filter(each -> each.tag.equals(Locale.forLanguageTag(tag).getLanguage()))
        .findFirst();
  }

  /** The first that is wanted and there; Swedish if none is. */
  static Language firstOf(List<Locale> wanted) {
    return wanted.stream()
        .flatMap(locale -> of(locale.toLanguageTag()).stream())
        .findFirst()
        .orElse(SV);
  }
}
