package org.mikromerit.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/acceptance.md} tells which test shows which acceptance statement or promise, as the
 * tests' own tags say.
 */
class AcceptanceTableTest {
  private static final Pattern CODE = Pattern.compile("([A-Z]+-?)([0-9]+)");
  private static final Pattern LINE =
      Pattern.compile(
          "@Tag\\(\"(?<tag>[A-Z]+-?[0-9]+)\"\\)"
              + "|^\\s*(?:(?:public|abstract|final|static|sealed) )*(?:class|interface) (?<type>\\w+)"
              + "|(?:void|Stream<DynamicTest>|Collection<DynamicTest>|List<DynamicTest>) (?<method>\\w+)\\(",
          Pattern.MULTILINE);

  @Test
  void theTableIsWhatTheTestsTagsSay() throws IOException {
    GeneratedPage.assertUpToDate("docs/acceptance.md", generate());
  }

  private static String generate() throws IOException {
    var tests = new TreeMap<String, Set<String>>(byFamilyAndNumber());
    for (Path file : testSources()) {
      read(file, tests);
    }
    var text = new StringBuilder(HEAD);
    for (Map.Entry<String, Set<String>> each : tests.entrySet()) {
      text.append("| ").append(each.getKey()).append(" | ");
      text.append(String.join("<br>", each.getValue())).append(" |\n");
    }
    return text.toString();
  }

  private static final String HEAD =
      """
      # What is shown by which test

      Made from the tags of the tests; the build fails when it is out of date. A code that is missing here is not shown yet.

      | code | tests |
      |---|---|
      """;

  /** Tags stand before the type or the method that they belong to. */
  private static void read(Path file, Map<String, Set<String>> tests) throws IOException {
    List<String> pending = new ArrayList<>();
    String suite = file.getFileName().toString().replace(".java", "");
    Matcher line = LINE.matcher(Files.readString(file, StandardCharsets.UTF_8));
    while (line.find()) {
      if (line.group("tag") != null) {
        pending.add(line.group("tag"));
        continue;
      }
      String method = line.group("method");
      String test = method == null ? suite : suite + ": " + words(method);
      for (String code : pending) {
        tests.computeIfAbsent(code, _ -> new TreeSet<>()).add(test);
      }
      pending.clear();
    }
  }

  private static String words(String method) {
    return method.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private static List<Path> testSources() throws IOException {
    var sources = new ArrayList<Path>();
    try (Stream<Path> modules = Files.list(Installation.checkout())) {
      for (Path module : modules.filter(Files::isDirectory).toList()) {
        for (String folder :
            List.of("src/test/java", "src/main/java/org/mikromerit/testkit/contract")) {
          Path root = module.resolve(folder);
          if (Files.isDirectory(root)) {
            try (Stream<Path> files = Files.walk(root)) {
              files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
          }
        }
      }
    }
    sources.sort(Comparator.naturalOrder());
    return sources;
  }

  private static Comparator<String> byFamilyAndNumber() {
    return Comparator.comparing(AcceptanceTableTest::family)
        .thenComparingInt(AcceptanceTableTest::number);
  }

  private static String family(String code) {
    return match(code).group(1);
  }

  private static int number(String code) {
    return Integer.parseInt(match(code).group(2));
  }

  private static Matcher match(String code) {
    Matcher matcher = CODE.matcher(code);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(code);
    }
    return matcher;
  }
}
