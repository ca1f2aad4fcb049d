package org.mikromerit.journeys.bench;

import java.util.ArrayList;
import java.util.List;
import org.mikromerit.journeys.bench.Result.Verdict;

/** Single issues a second beside what the database commits at most. */
final class SingleIssues implements Goal {
  private static final int CLIENTS = 16;

  @Override
  public String id() {
    return "P3";
  }

  @Override
  public String demands() {
    return "single issues a second at 16 clients: 20 % of the pairs of rows that PostgreSQL commits"
        + " for 16 clients (stretch 35 %)";
  }

  @Override
  public String how() {
    return "pairs and issues in turn; every process of the platform, and the clients, on the same"
        + " processors";
  }

  @Override
  public Result measure(Bench bench) {
    Pairs pairs = bench.pairs();
    List<Double> limits = new ArrayList<>();
    List<Double> issued = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    long credentials = 0;
    double micros = 0;
    for (int round = 0; round < bench.plan().rounds(); round++) {
      double limit = pairs.perSecond(CLIENTS, 1, bench.plan().round());
      Processors before = Processors.of(bench.stack());
      Load.Outcome outcome = Bench.allOf(bench.issues().closed(CLIENTS, bench.plan().round()), 201);
      bench.backlog().awaitNone();
      credentials += outcome.count(201);
      micros += Bench.ours(Processors.of(bench.stack()).since(before, 1));
      limits.add(limit);
      issued.add(outcome.perSecond(201));
      ratios.add(100 * outcome.perSecond(201) / limit);
    }
    Sample ratio = Sample.of(ratios, Double::doubleValue);
    return new Result(
        ratio.in("%"),
        Verdict.atLeast(ratio.median(), 20, 35),
        List.of(
            "%s: %s pairs. Issues: %s, at %s µs of processor time each for all processes."
                .formatted(
                    pairs.means(),
                    Sample.of(limits, Double::doubleValue).in("a second"),
                    Sample.of(issued, Double::doubleValue).in("a second"),
                    Sample.number(micros / credentials))));
  }
}
