package org.mikromerit.journeys.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mikromerit.journeys.Realm;
import org.mikromerit.journeys.bench.Result.Verdict;
import org.mikromerit.platform.launcher.Port;

/** How fast a copy of what others own is made again. */
final class RebuildRate implements Goal {
  private static final String EVENTS =
      "select count(*) from entity_version where topic in ('mm.credential.v1',"
          + " 'mm.credential-status.v1', 'mm.learner-link.v1')";

  @Override
  public String id() {
    return "P14";
  }

  @Override
  public String demands() {
    return "a projection is made again at 5,000 events a second (stretch 15,000)";
  }

  @Override
  public String how() {
    return "stacking's copy of credentials, from the order to rebuild it to the last event and the"
        + " last evaluation that waited for it";
  }

  @Override
  public Result measure(Bench bench) {
    List<Double> rates = new ArrayList<>();
    double events = bench.databases().number("stacking", EVENTS);
    for (int round = 0; round < bench.plan().rounds(); round++) {
      long beginning = System.nanoTime();
      rebuild(bench);
      while (bench.databases().number("stacking", EVENTS) < events) {
        Bench.pause(Duration.ofMillis(20));
      }
      bench.backlog().awaitNone();
      rates.add(events / ((System.nanoTime() - beginning) / 1e9));
    }
    Sample rate = Sample.of(rates, Double::doubleValue);
    return new Result(
        rate.in("events a second"),
        Verdict.atLeast(rate.median(), 5_000, 15_000),
        List.of("%,.0f events.".formatted(events)));
  }

  private static void rebuild(Bench bench) {
    String token = new Realm(bench.installation()).token("operator");
    bench.ask(
        Port.STACKING,
        Line.request(
            "POST",
            "/operator/projections/credentials/rebuild",
            "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n",
            "{}".getBytes(StandardCharsets.UTF_8)),
        202);
  }
}
