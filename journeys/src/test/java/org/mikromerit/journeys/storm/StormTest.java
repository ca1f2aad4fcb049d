package org.mikromerit.journeys.storm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.journeys.Installation;

/**
 * Whatever dies while many tenants are at work: nothing that was answered is lost, nothing is done
 * twice, and everybody agrees. {@code ./mikromerit storm} sets another seed or size.
 */
class StormTest {
  private static final long SEED = Long.getLong("storm.seed", 20_261_122L);

  private final Installation first = Installation.get();
  private final Installation installation = Installation.another(first);

  @BeforeEach
  void theMachineIsItsOwn() {
    first.stack().stop();
  }

  @AfterEach
  void everythingRunsAsBefore() {
    installation.remove();
    first.stack().start();
  }

  @Test
  @Tag("R1")
  @Tag("R2")
  @Tag("R3")
  void whateverDiesNothingAnsweredIsLostNothingIsDoneTwiceAndEverybodyAgrees() {
    Storm.Verdict verdict = new Storm(StormPlan.ci(SEED), installation, System.out).run();

    assertThat(verdict.violations()).as("seed %d", SEED).isEmpty();
  }
}
