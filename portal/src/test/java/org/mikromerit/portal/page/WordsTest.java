package org.mikromerit.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
  private static final Path MESSAGES = Path.of("src/main/resources/messages");

  @ParameterizedTest
  @MethodSource("bundles")
  @Tag("INC-2")
  void everyLanguageHasEveryWord(String bundle) throws IOException {
    Properties swedish = words(bundle);

    for (Language other : Language.values()) {
      if (other != Language.SV) {
        Properties words = words(bundle + "_" + other.tag());
        assertThat(words.stringPropertyNames()).isEqualTo(swedish.stringPropertyNames());
        assertThat(words.values()).allMatch(each -> !each.toString().isBlank());
      }
    }
  }

  @Test
  void thereAreBundles() throws IOException {
    assertThat(bundles()).contains("page", "verify");
  }

  static Stream<String> bundles() throws IOException {
    try (Stream<Path> files = Files.list(MESSAGES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".properties", ""))
          .filter(name -> !name.contains("_"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Properties words(String name) throws IOException {
    var words = new Properties();
    try (Reader file = Files.newBufferedReader(MESSAGES.resolve(name + ".properties"))) {
      words.load(file);
    }
    return words;
  }
}
