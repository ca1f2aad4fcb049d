package org.mikromerit.events.definition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.mikromerit.events.Bounds;

/**
 * A text in one language or more. In JSON an object with the languages as names.
 *
 * @param byLanguage ISO 639 code to text of at most 300 characters; never empty
 */
public record LocalText(@JsonValue SortedMap<String, String> byLanguage) {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LocalText {
    Bounds.present("text", byLanguage);
    Bounds.holds(!byLanguage.isEmpty(), "text", "is in no language");
    byLanguage.forEach(
        (language, text) -> {
          Bounds.holds(LANGUAGE.matcher(language).matches(), "text", "has no language code");
          Bounds.text("text", text, 300);
        });
    byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
  }

  public static LocalText of(Map<String, String> byLanguage) {
    return new LocalText(new TreeMap<>(byLanguage));
  }

  public Optional<String> in(String language) {
    return Optional.ofNullable(byLanguage.get(language));
  }
}
