package org.mikromerit.platform.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the tests of all modules said, from the reports that Maven leaves.
 *
 * @param failures the names of those that failed
 */
record TestReports(int passed, int skipped, List<String> failures) {

  /** Removes the reports of earlier runs, which would be counted again. */
  static void clear(Path checkout) {
    try {
      for (Path report : reports(checkout)) {
        Files.delete(report);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TestReports read(Path checkout) {
    int passed = 0;
    int skipped = 0;
    List<String> failures = new ArrayList<>();
    for (Path report : reports(checkout)) {
      for (Case test : cases(report)) {
        switch (test.outcome()) {
          case PASSED -> passed++;
          case SKIPPED -> skipped++;
          case FAILED -> failures.add(test.name());
        }
      }
    }
    return new TestReports(passed, skipped, failures);
  }

  TestReports withFailure(String name) {
    List<String> all = new ArrayList<>(failures);
    all.add(name);
    return new TestReports(passed, skipped, all);
  }

  /** The closing line, which programs read. */
  String summary() {
    return "%d passed, %d failed, %d skipped".formatted(passed, failures.size(), skipped);
  }

  private enum Outcome {
    PASSED,
    SKIPPED,
    FAILED
  }

  private record Case(String name, Outcome outcome) {}

  private static List<Path> reports(Path checkout) {
    List<Path> reports = new ArrayList<>();
    try (Stream<Path> modules = Files.list(checkout)) {
      for (Path module : modules.filter(Files::isDirectory).sorted().toList()) {
        for (String folder : List.of("target/surefire-reports", "target/failsafe-reports")) {
          reports.addAll(reportsIn(module.resolve(folder)));
        }
      }
      return reports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> reportsIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
          .sorted()
          .toList();
    }
  }

  private static List<Case> cases(Path report) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream in = Files.newInputStream(report)) {
      return cases(factory.createXMLStreamReader(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      // A JVM that was killed leaves half a report: that is no test that passed.
      return List.of(new Case(report.getFileName() + " (unreadable)", Outcome.FAILED));
    }
  }

  private static List<Case> cases(XMLStreamReader xml) throws XMLStreamException {
    List<Case> cases = new ArrayList<>();
    String name = "";
    Outcome outcome = Outcome.PASSED;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "testcase" -> {
            name =
                xml.getAttributeValue(null, "classname")
                    + "."
                    + xml.getAttributeValue(null, "name");
            outcome = Outcome.PASSED;
          }
          case "failure", "error" -> outcome = Outcome.FAILED;
          case "skipped" -> outcome = Outcome.SKIPPED;
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("testcase")) {
        cases.add(new Case(name, outcome));
      }
    }
    return cases;
  }
}
