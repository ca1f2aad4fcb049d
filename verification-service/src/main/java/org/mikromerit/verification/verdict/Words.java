package org.mikromerit.verification.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.FindingCode;

/**
 * Says every finding in words, in each language that has a file; a language is added by adding a
 * file and its name.
 */
@ApplicationScoped
public class Words {
  private static final List<String> LANGUAGES = List.of("sv", "en");

  /** After the code of a finding whose words of now would be wrong of an earlier moment. */
  private static final String THEN = ".then";

  private final Map<String, Properties> texts = new LinkedHashMap<>();

  /** Reads the files, and refuses to start where a finding would have no words. */
  public Words() {
    for (String language : LANGUAGES) {
      Properties words = read(language);
      for (FindingCode code : FindingCode.values()) {
        if (words.getProperty(code.code(), "").isBlank()) {
          throw new IllegalStateException("No words in " + language + " for " + code.code());
        }
      }
      texts.put(language, words);
    }
  }

  private static Properties read(String language) {
    try (var file = Words.class.getResourceAsStream("findings_" + language + ".properties")) {
      if (file == null) {
        throw new IllegalStateException("No words in " + language);
      }
      var words = new Properties();
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The finding in words, by language; of the past where the verdict speaks of it. */
  public Map<String, String> of(Finding finding, Moment moment) {
    String code = finding.code().code();
    var said = new TreeMap<String, String>();
    texts.forEach(
        (language, words) -> {
          String now = words.getProperty(code);
          said.put(language, moment.isPast() ? words.getProperty(code + THEN, now) : now);
        });
    return said;
  }
}
