package org.mikromerit.journeys.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.mikromerit.journeys.Installation;

/**
 * What {@code ./mikromerit storm} hands over to: {@code -Dstorm="--seed 7 --night"}. The
 * installation is this checkout's build on ports of its own; of one that did not end well the data
 * and logs stay.
 */
@EnabledIfSystemProperty(named = "storm", matches = ".*")
class StormCommand {

  @Test
  void aStorm() {
    List<String> words =
        List.of(System.getProperty("storm", "").strip().split("\\s+")).stream()
            .filter(word -> !word.isEmpty())
            .toList();
    StormPlan plan = StormPlan.of(words, new SecureRandom().nextInt(1_000_000));
    Installation installation = Installation.ofThisCheckout();

    Storm.Verdict verdict = new Storm(plan, installation, System.out).run();

    installation.stack().stop();
    assertThat(verdict.violations()).as("seed %d", plan.seed()).isEmpty();
    installation.remove();
  }
}
