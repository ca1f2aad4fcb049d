package org.mikromerit.journeys.storm.fault;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What there is to strike with. */
public final class Faults {
  /** What there is to strike services with; drawn one after the other. */
  private static final List<Function<Random, Fault>> OF_SERVICES =
      List.of(
          KillService::any,
          KillService::any,
          FreezeService::any,
          DieAtPlace::any,
          DieAtPlace::any,
          CutClients::any,
          LoseAnswers::any,
          CutDatabase::any,
          SlowDatabase::any,
          MoveClock::any,
          RereadAll::any,
          RestartInOrder::any);

  /** And the servers below them, at the same time. */
  private static final List<Function<Random, Fault>> OF_SERVERS =
      List.of(
          KillBroker::any,
          FreezeBroker::any,
          KillDatabase::any,
          FailSync::any,
          FillDisk::any,
          KillIdentityProvider::any,
          WipeTopic::any,
          RefuseInsert::any,
          RefuseInsert::any);

  /** All that there are, each drawn with what it strikes; a new one is added to either. */
  private static final List<List<Function<Random, Fault>>> KINDS = List.of(OF_SERVICES, OF_SERVERS);

  private Faults() {}

  /**
   * As many as are wanted, the same for the same seed.
   *
   * @return of each kind those that strike one after the other; what strikes meanwhile is of the
   *     other kinds
   */
  public static List<List<Fault>> drawn(long seed, int howMany) {
    return IntStream.range(0, KINDS.size())
        .mapToObj(
            kind -> {
              Random random = new Random(seed * 31 - kind);
              List<Function<Random, Fault>> faults = KINDS.get(kind);
              return IntStream.range(0, howMany)
                  .filter(number -> number % KINDS.size() == kind)
                  .mapToObj(_ -> faults.get(random.nextInt(faults.size())).apply(random))
                  .toList();
            })
        .toList();
  }
}
