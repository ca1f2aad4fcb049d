package org.mikromerit.journeys.bench;

import java.util.ArrayList;
import java.util.List;
import org.mikromerit.journeys.bench.Load.Outcome;
import org.mikromerit.journeys.bench.Result.Verdict;

/** How much later than most the last verdicts come, while the verifier has enough to do. */
final class VerifyUnderLoad implements Goal {
  private static final int CLIENTS = 16;
  private static final int DOCUMENTS = 200;
  private static final double LOAD = 0.6;

  @Override
  public String id() {
    return "P8";
  }

  @Override
  public String demands() {
    return "a verdict's p99 at 60 % load: at most 5 times p50";
  }

  @Override
  public String how() {
    return "capacity by 16 clients that ask without a pause, then verdicts that arrive at 60 % of"
        + " it, on 200 documents of one definition; in turn";
  }

  @Override
  public Result measure(Bench bench) {
    List<String> documents = bench.documents(DOCUMENTS);
    warm(bench, documents);
    List<Double> capacities = new ArrayList<>();
    List<Double> medians = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < bench.plan().rounds(); round++) {
      double capacity = capacity(bench, documents);
      Sample millis =
          Bench.allOf(
                  Verdicts.honest(bench, documents)
                      .open(new Arrivals(LOAD * capacity, bench.plan().round())),
                  200)
              .millis(200);
      capacities.add(capacity);
      medians.add(millis.median());
      ratios.add(millis.percentile(99) / millis.median());
    }
    Sample ratio = Sample.of(ratios, Double::doubleValue);
    return new Result(
        ratio.in("times"),
        Verdict.atMost(ratio.median(), 5, 5),
        List.of(
            "Capacity: %s. p50 at 60 %% of it: %s."
                .formatted(
                    Sample.of(capacities, Double::doubleValue).in("verdicts a second"),
                    Sample.of(medians, Double::doubleValue).in("ms"))));
  }

  static void warm(Bench bench, List<String> documents) {
    Bench.allOf(
        Verdicts.honest(bench, documents).closed(CLIENTS, bench.plan().round().multipliedBy(4)),
        200);
  }

  static double capacity(Bench bench, List<String> documents) {
    Outcome outcome = Verdicts.honest(bench, documents).closed(CLIENTS, bench.plan().round());
    return Bench.allOf(outcome, 200).perSecond(200);
  }
}
