package org.mikromerit.journeys.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mikromerit.platform.Versions;

/** What came of each goal as a page in Markdown, written anew after each. */
final class Page {
  private final Path file;
  private final List<String> table = new ArrayList<>();
  private final List<String> details = new ArrayList<>();

  Page(Path file) {
    this.file = file;
    Versions versions = Versions.ofThisBuild();
    table.add(
        "PostgreSQL %s, Kafka %s, Keycloak %s and four services with 256 MB of heap each, all on this machine."
            .formatted(versions.postgres(), versions.kafka(), versions.keycloak()));
    table.add("");
    table.add("| goal | demands | load before | measured | |");
    table.add("|---|---|---|---|---|");
  }

  void add(Goal goal, double load, Result result) {
    table.add(
        "| %s | %s | %s | %s | %s |"
            .formatted(
                goal.id(),
                goal.demands(),
                Sample.number(load),
                result.measured(),
                result.verdict()));
    details.add("");
    details.add("**%s.** How: %s.".formatted(goal.id(), goal.how()));
    details.add("");
    details.addAll(result.details());
    List<String> all = new ArrayList<>(table);
    all.addAll(details);
    try {
      Files.write(file, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
