package org.mikromerit.journeys.bench;

import java.time.Duration;
import java.util.List;
import org.mikromerit.journeys.bench.Result.Verdict;
import org.mikromerit.platform.launcher.Port;

/** A verdict on what is known rests on what is known: it asks nobody and writes nothing. */
final class WarmVerdict implements Goal {
  private static final String DATABASE = "verification";
  private static final Duration COUNTERS_ARRIVE = Duration.ofSeconds(12);

  @Override
  public String id() {
    return "P9";
  }

  @Override
  public String demands() {
    return "a warm verdict makes no outbound call and no database write, exactly";
  }

  @Override
  public String how() {
    return "rows written in the verifier's database (pg_stat_database) and its connections to"
        + " anything but database and broker (/proc), looked at while verdicts are given; that a"
        + " thousand cold ones make one fetch is counted by KeptTest";
  }

  @Override
  public Result measure(Bench bench) {
    List<String> documents = bench.documents(50);
    Bench.allOf(Verdicts.honest(bench, documents).closed(8, bench.plan().round()), 200);
    bench.backlog().awaitNone();
    Bench.pause(COUNTERS_ARRIVE);
    double before = written(bench);
    Connections connections = Connections.watch(bench, "verification");
    long verdicts =
        Bench.allOf(Verdicts.honest(bench, documents).closed(8, bench.plan().round()), 200)
            .count(200);
    int outside = connections.outside(Port.POSTGRES, Port.KAFKA);
    Bench.pause(COUNTERS_ARRIVE);
    double rows = written(bench) - before;
    return new Result(
        "%.0f rows, %d connections in %,d verdicts".formatted(rows, outside, verdicts),
        rows == 0 && outside == 0 ? Verdict.MET : Verdict.MISSED,
        List.of());
  }

  private static double written(Bench bench) {
    return bench
        .databases()
        .number(
            DATABASE,
            "select tup_inserted + tup_updated + tup_deleted from pg_stat_database where datname = '"
                + DATABASE
                + "'");
  }
}
