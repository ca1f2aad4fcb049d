package org.mikromerit.credential.definition;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One text in one or more languages.
 *
 * @param texts by ISO 639 code in lower case; at least one
 */
public record LangString(SortedMap<String, String> texts) {

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if there is no text, a language is not a code, or a text is
   *     blank
   */
  public LangString {
    Require.that(!texts.isEmpty(), "a text needs at least one language");
    texts.forEach(
        (language, text) -> {
          Require.that(LANGUAGE.matcher(language).matches(), "a language is two or three letters");
          Require.text("a text", text);
        });
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  public static LangString of(Map<String, String> texts) {
    return new LangString(new TreeMap<>(texts));
  }

  public static LangString of(String language, String text) {
    return of(Map.of(language, text));
  }

  public Optional<String> in(String language) {
    return Optional.ofNullable(texts.get(language));
  }

  /**
   * The language to use where a format has room for one only: Swedish if it is there, else English,
   * else the first.
   */
  public String mainLanguage() {
    if (texts.containsKey("sv")) {
      return "sv";
    }
    return texts.containsKey("en") ? "en" : texts.firstKey();
  }

  /** The text in {@link #mainLanguage()}. */
  public String main() {
    return in(mainLanguage()).orElseThrow();
  }
}
