package org.mikromerit.journeys.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.mikromerit.journeys.bench.Load.Outcome;
import org.mikromerit.journeys.bench.Result.Verdict;

/** What honest verifiers notice of those who mean harm. */
final class HostileRequests implements Goal {
  private static final int DOCUMENTS = 200;
  private static final double LOAD = 0.5;

  @Override
  public String id() {
    return "S2";
  }

  @Override
  public String demands() {
    return "p99 of honest verdicts at most doubles while 10 % of the requests are hostile";
  }

  @Override
  public String how() {
    return "honest verdicts arrive at half of capacity, alone and with one hostile request (250 kB"
        + " of noise, depth, breadth, wrong proofs) to nine of them, in turn";
  }

  @Override
  public Result measure(Bench bench) {
    List<String> documents = bench.documents(DOCUMENTS);
    VerifyUnderLoad.warm(bench, documents);
    double rate = LOAD * VerifyUnderLoad.capacity(bench, documents);
    List<Double> ratios = new ArrayList<>();
    List<Double> alone = new ArrayList<>();
    List<Double> refused = new ArrayList<>();
    Outcome answers = null;
    for (int round = 0; round < bench.plan().rounds(); round++) {
      Arrivals honest = new Arrivals(rate, bench.plan().round());
      double quiet = p99(Bench.allOf(Verdicts.honest(bench, documents).open(honest), 200));
      CompletableFuture<Outcome> harm =
          CompletableFuture.supplyAsync(
              () ->
                  Verdicts.hostile(bench, documents.getFirst())
                      .open(new Arrivals(rate / 9, bench.plan().round())));
      Outcome disturbed = Verdicts.honest(bench, documents).open(honest);
      answers = harm.join();
      alone.add(quiet);
      ratios.add(p99(disturbed) / quiet);
      refused.add(100.0 * (honest.count() - disturbed.count(200)) / honest.count());
    }
    Sample ratio = Sample.of(ratios, Double::doubleValue);
    return new Result(
        ratio.in("times"),
        Verdict.atMost(ratio.median(), 2, 2),
        List.of(
            "%s honest verdicts a second; p99 alone %s; refused beside hostile ones %s of the honest; the hostile ones were answered %s."
                .formatted(
                    Sample.number(rate),
                    Sample.of(alone, Double::doubleValue).in("ms"),
                    Sample.of(refused, Double::doubleValue).in("%"),
                    answers == null ? "not at all" : answers.statuses())));
  }

  /** What 99 of 100 waited at most; whoever was refused waits for ever. */
  private static double p99(Outcome outcome) {
    return Sample.of(
            outcome.all(), seen -> seen.status() == 200 ? seen.millis() : Double.POSITIVE_INFINITY)
        .percentile(99);
  }
}
