package org.mikromerit.verification.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences by their keys, in each language that has a file; a language is added by adding its
 * files and its name here.
 */
public final class Texts {
  private static final List<String> LANGUAGES = List.of("sv", "en");
  private static final Pattern VALUE = Pattern.compile("\\{([a-z]+)}");

  private final Map<String, Properties> texts = new LinkedHashMap<>();

  /**
   * Reads the files beside a class, such as {@code findings_sv.properties}.
   *
   * @param keys that each language must have
   * @throws IllegalStateException if one is missing
   */
  public Texts(Class<?> beside, String name, Collection<String> keys) {
    for (String language : LANGUAGES) {
      Properties words = read(beside, name + "_" + language + ".properties");
      for (String key : keys) {
        if (words.getProperty(key, "").isBlank()) {
          throw new IllegalStateException("No words in " + language + " for " + key);
        }
      }
      texts.put(language, words);
    }
  }

  private static Properties read(Class<?> beside, String file) {
    try (var stream = beside.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("No words in " + file);
      }
      var words = new Properties();
      words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String key) {
    return texts.values().stream().allMatch(words -> words.containsKey(key));
  }

  /** The sentence, by language. */
  public Map<String, String> of(String key) {
    return of(key, Map.of());
  }

  /**
   * The sentence with values in it, by language.
   *
   * @param values by the names that stand in braces; each by language, or the same in all
   */
  public Map<String, String> of(String key, Map<String, Map<String, String>> values) {
    var said = new TreeMap<String, String>();
    texts.forEach((language, words) -> said.put(language, filled(words, key, values, language)));
    return said;
  }

  private static String filled(
      Properties words, String key, Map<String, Map<String, String>> values, String language) {
    // In one pass, so that braces within a value are a value's own.
    return VALUE
        .matcher(Optional.ofNullable(words.getProperty(key)).orElse(""))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    values.getOrDefault(found.group(1), Map.of()).getOrDefault(language, "")));
  }

  /** A value that is the same in every language, such as a name. */
  public static Map<String, String> alike(String value) {
    var values = new TreeMap<String, String>();
    LANGUAGES.forEach(language -> values.put(language, value));
    return values;
  }
}
