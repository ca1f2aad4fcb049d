package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/reference/problems.md} lists every problem type that the sources can answer; one type
 * has one status and one title.
 */
class ProblemTableTest {
  private static final Pattern PROBLEM =
      Pattern.compile("Problem\\.of\\(\\s*(\\d{3}),\\s*\"([a-z-]+)\",\\s*\"([^\"]+)\"");
  private static final List<String> MODULES =
      List.of(
          "service-kit",
          "issuer-service",
          "registry-service",
          "verification-service",
          "stacking-service");

  @Test
  void theTableListsEveryProblemTypeOfTheSources() throws IOException {
    var rows = new TreeMap<String, String>();
    for (String module : MODULES) {
      for (Path file : sources(module)) {
        read(module, file, rows);
      }
    }
    assertThat(rows).isNotEmpty();
    GeneratedPage.assertUpToDate(
        "docs/reference/problems.md", HEAD + String.join("\n", rows.values()) + "\n");
  }

  private static final String HEAD =
      """
      # Problems

      Every failure is `application/problem+json` (RFC 9457). `type` is `https://mikromerit.org/problems/` and the name below; it is stable, and
      programs go by it. `detail` says what to do, `field` (a JSON pointer or a parameter's name) or `errors` where, `instance` names the
      occurrence and stands in the log. Made from the sources; the build fails when it is out of date.

      | type | status | title | from |
      |---|---|---|---|
      """;

  private static void read(String module, Path file, Map<String, String> rows) throws IOException {
    Matcher problem = PROBLEM.matcher(Files.readString(file, StandardCharsets.UTF_8));
    while (problem.find()) {
      String slug = problem.group(2);
      String begin = "| `%s` | %s | %s |".formatted(slug, problem.group(1), problem.group(3));
      String from = module.equals("service-kit") ? "every service" : module;
      String known = rows.putIfAbsent(slug, begin + " " + from + " |");
      assertThat(known == null || known.startsWith(begin))
          .as("%s has one status and one title: %s, but %s in %s", slug, known, begin, file)
          .isTrue();
    }
  }

  private static List<Path> sources(String module) throws IOException {
    try (Stream<Path> files =
        Files.walk(Installation.checkout().resolve(module).resolve("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
