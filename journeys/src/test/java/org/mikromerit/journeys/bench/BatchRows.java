package org.mikromerit.journeys.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mikromerit.journeys.bench.Result.Verdict;

/** Rows of a batch a second beside what the database takes at most, a hundred to a commit. */
final class BatchRows implements Goal {
  private static final int PER_COMMIT = 100;
  private static final int CLIENTS = 4;

  @Override
  public String id() {
    return "P4";
  }

  @Override
  public String demands() {
    return "rows of a batch a second: 25 % of the pairs of rows that PostgreSQL takes, 100 to a"
        + " commit (stretch 50 %)";
  }

  @Override
  public String how() {
    return "pairs, by 4 clients, and batches in turn; a batch's time is from its file's sending to"
        + " its last row's decision";
  }

  @Override
  public Result measure(Bench bench) {
    int rows = bench.plan().quick() ? 1_500 : 5_000;
    Pairs pairs = bench.pairs();
    List<Double> limits = new ArrayList<>();
    List<Double> issued = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < bench.plan().rounds(); round++) {
      double limit = pairs.perSecond(CLIENTS, PER_COMMIT, bench.plan().round());
      double seconds = issue(bench, "p4-" + round, rows).toNanos() / 1e9;
      bench.backlog().awaitNone();
      limits.add(limit);
      issued.add(rows / seconds);
      ratios.add(100 * rows / seconds / limit);
    }
    Sample ratio = Sample.of(ratios, Double::doubleValue);
    return new Result(
        ratio.in("%"),
        Verdict.atLeast(ratio.median(), 25, 50),
        List.of(
            "%s: %s pairs. Rows: %s, %,d to a batch."
                .formatted(
                    pairs.means(),
                    Sample.of(limits, Double::doubleValue).in("a second"),
                    Sample.of(issued, Double::doubleValue).in("a second"),
                    rows)));
  }

  /** Sends a batch and waits until each of its rows is issued. */
  static Duration issue(Bench bench, String series, int rows) {
    long beginning = System.nanoTime();
    String id = json(bench.ask(bench.school().batch(series, rows), 202)).path("id").asText();
    JsonNode batch = json(bench.ask(bench.school().get("/batches/" + id), 200));
    while (batch.path("done").asInt() < rows) {
      Bench.pause(Duration.ofMillis(20));
      batch = json(bench.ask(bench.school().get("/batches/" + id), 200));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - beginning);
    if (batch.path("issued").asInt() != rows) {
      throw new IllegalStateException("Not all rows were issued: " + batch);
    }
    return took;
  }

  private static JsonNode json(Line.Answer answer) {
    return Bench.json(answer.body());
  }
}
