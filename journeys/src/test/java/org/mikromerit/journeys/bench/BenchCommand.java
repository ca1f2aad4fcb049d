package org.mikromerit.journeys.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.mikromerit.journeys.Installation;
import org.mikromerit.journeys.bench.Result.Verdict;
import org.mikromerit.platform.Versions;

/**
 * What {@code ./mikromerit bench} hands over to: {@code -Dbench="--quick P3"}. It tells how it goes
 * and writes the page to the file that {@code -Dbench.page} names. The installation is this
 * checkout's build on ports of its own.
 */
@EnabledIfSystemProperty(named = "bench", matches = ".*")
class BenchCommand {

  @Test
  void aBench() throws IOException {
    List<String> words =
        List.of(System.getProperty("bench", "").strip().split("\\s+")).stream()
            .filter(word -> !word.isEmpty())
            .toList();
    Plan plan = Plan.of(words);
    Installation installation = Installation.ofThisCheckout();
    List<String> page = new ArrayList<>();
    List<String> details = new ArrayList<>();
    Versions versions = Versions.ofThisBuild();
    page.add(
        "PostgreSQL %s, Kafka %s, Keycloak %s, all on the same machine; services with %s."
            .formatted(versions.postgres(), versions.kafka(), versions.keycloak(), "-Xmx256m"));
    page.add("");
    page.add("| goal | demands | measured | |");
    page.add("|---|---|---|---|");
    Consumer<String> out = System.out::println;
    try (Bench bench = Bench.started(installation, plan, out)) {
      for (Goal goal : plan.goals()) {
        Result result = measured(bench, goal);
        page.add(
            "| %s | %s | %s | %s |"
                .formatted(goal.id(), goal.demands(), result.measured(), result.verdict()));
        details.add("");
        details.add("**%s.** How: %s.".formatted(goal.id(), goal.how()));
        details.addAll(result.details());
        bench.tell(page.getLast());
        result.details().forEach(bench::tell);
      }
    }
    page.addAll(details);
    Files.write(Path.of(System.getProperty("bench.page", "target/bench.md")), page);
    installation.remove();
  }

  /** A goal that cannot be measured keeps none of the others from it. */
  private static Result measured(Bench bench, Goal goal) {
    bench.tell("%s, with a load of %s".formatted(goal.id(), Sample.number(Bench.loadAverage())));
    try {
      return goal.measure(bench);
    } catch (RuntimeException e) {
      e.printStackTrace(System.out);
      return new Result("", Verdict.NOT_MEASURED, List.of(String.valueOf(e.getMessage())));
    }
  }
}
