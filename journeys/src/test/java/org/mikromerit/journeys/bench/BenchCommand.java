package org.mikromerit.journeys.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.mikromerit.journeys.Installation;
import org.mikromerit.journeys.bench.Result.Verdict;

/**
 * What {@code ./mikromerit bench} hands over to: {@code -Dbench="--quick P3"}. It tells how it goes
 * and writes the page to the file that {@code -Dbench.page} names. The installation is this
 * checkout's build on ports of its own.
 */
@EnabledIfSystemProperty(named = "bench", matches = ".*")
class BenchCommand {

  @Test
  void aBench() {
    List<String> words =
        List.of(System.getProperty("bench", "").strip().split("\\s+")).stream()
            .filter(word -> !word.isEmpty())
            .toList();
    Plan plan = Plan.of(words);
    Page page = new Page(Path.of(System.getProperty("bench.page", "target/bench.md")));
    Installation installation = Installation.ofThisCheckout();
    Consumer<String> out = System.out::println;
    try (Bench bench = Bench.started(installation, plan, out)) {
      for (Goal goal : plan.goals()) {
        double load = Bench.loadAverage();
        Result result = measured(bench, goal);
        page.add(goal, load, result);
        bench.tell(
            "%s, with a load of %s before: %s, %s"
                .formatted(goal.id(), Sample.number(load), result.measured(), result.verdict()));
        result.details().forEach(bench::tell);
      }
    }
    installation.remove();
  }

  /** A goal that cannot be measured keeps none of the others from it. */
  private static Result measured(Bench bench, Goal goal) {
    try {
      return goal.measure(bench);
    } catch (RuntimeException e) {
      return new Result("", Verdict.NOT_MEASURED, List.of(e.toString()));
    }
  }
}
