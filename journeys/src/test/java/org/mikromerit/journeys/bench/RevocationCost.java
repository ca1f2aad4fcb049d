package org.mikromerit.journeys.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mikromerit.journeys.bench.Result.Verdict;
import org.mikromerit.platform.launcher.Port;

/** A revocation costs as much in a long list as in a short one. */
final class RevocationCost implements Goal {
  private static final double RATE = 50;

  @Override
  public String id() {
    return "P11";
  }

  @Override
  public String demands() {
    return "processor time of a revocation, a list of a million to one of 131,072: 1.05 times";
  }

  @Override
  public String how() {
    return "50 revocations a second in the one list and in the other in turn; all processes, until"
        + " the lists are signed and applied";
  }

  @Override
  public Result measure(Bench bench) {
    int rounds = bench.plan().rounds();
    int each = (int) (RATE * bench.plan().round().toSeconds());
    School small = bench.school();
    School large = bench.schoolWithLongList();
    List<Entry> inSmall = Entry.of(bench.documents(small, rounds * each));
    List<Entry> inLarge = Entry.of(bench.documents(large, rounds * each));
    List<Double> costs = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      List<Entry> some = inSmall.subList(round * each, (round + 1) * each);
      List<Entry> others = inLarge.subList(round * each, (round + 1) * each);
      double cost = micros(bench, small, some);
      costs.add(cost);
      ratios.add(micros(bench, large, others) / cost);
    }
    Sample ratio = Sample.of(ratios, Double::doubleValue);
    return new Result(
        ratio.in("times"),
        Verdict.atMost(ratio.median(), 1.05, 1.05),
        List.of(
            "In the shorter list: %s."
                .formatted(Sample.of(costs, Double::doubleValue).in("µs a revocation"))));
  }

  private static double micros(Bench bench, School school, List<Entry> entries) {
    Processors before = Processors.of(bench.stack());
    Bench.allOf(
        new Load(
                bench.port(Port.ISSUER),
                number -> school.revoke(entries.get((int) number).credential()))
            .open(new Arrivals(RATE, Duration.ofMillis((long) (1_000 * entries.size() / RATE)))),
        200);
    bench.backlog().awaitNone();
    return Bench.ours(Processors.of(bench.stack()).since(before, entries.size()));
  }
}
