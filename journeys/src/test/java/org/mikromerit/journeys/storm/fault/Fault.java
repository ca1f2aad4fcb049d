package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.mikromerit.journeys.storm.Fleet;

/** Something that goes wrong, and is mended again. What it prints as, says what it does to whom. */
public interface Fault {

  /** All kinds that there are, each drawn with what it strikes; a new one is added here. */
  List<Function<Random, Fault>> KINDS =
      List.of(
          KillService::any,
          KillService::any,
          FreezeService::any,
          DieAtPlace::any,
          DieAtPlace::any,
          KillBroker::any,
          FreezeBroker::any,
          KillDatabase::any,
          RefuseInsert::any,
          CutClients::any,
          LoseAnswers::any,
          CutDatabase::any,
          SlowDatabase::any,
          RestartInOrder::any);

  /**
   * Strikes, lets it last, and mends it; when this returns everything runs again.
   *
   * @throws org.mikromerit.journeys.storm.Violation if something does not come back as it must
   */
  void strike(Fleet fleet);

  static Fault any(Random random) {
    return KINDS.get(random.nextInt(KINDS.size())).apply(random);
  }

  /** How long something stays away: some seconds. */
  static Duration a(Random random, int seconds) {
    return Duration.ofMillis(500 + random.nextInt(seconds * 1_000));
  }

  static void last(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
