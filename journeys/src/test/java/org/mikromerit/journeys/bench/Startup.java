package org.mikromerit.journeys.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mikromerit.journeys.bench.Result.Verdict;
import org.mikromerit.platform.process.Daemon;
import org.mikromerit.platform.service.ServiceProcess;

/** How soon each service is ready, and what everything holds of the memory. */
final class Startup implements Goal {

  @Override
  public String id() {
    return "P16";
  }

  @Override
  public String demands() {
    return "each service ready within 3 s (stretch 1.5 s) and at most 300 MB resident; everything"
        + " at most 3 GB";
  }

  @Override
  public String how() {
    return "from launch to readiness without an AOT cache (with one: bench startup); resident"
        + " memory of each process after all the other goals, what several share counted once";
  }

  @Override
  public Result measure(Bench bench) {
    List<String> details = new ArrayList<>();
    details.add("| process | MB after the load | ready after | MB then |");
    details.add("|---|---|---|---|");
    double total = 0;
    double slowest = 0;
    double largest = 0;
    for (Map.Entry<String, Daemon> each : Processors.daemons(bench.stack()).entrySet()) {
      double loaded = Processors.megabytes(each.getValue());
      total += loaded;
      String started = " | | ";
      if (Processors.SERVICES.contains(each.getKey())) {
        Sample seconds = start(bench, bench.stack().service(each.getKey()));
        slowest = Math.max(slowest, seconds.median());
        largest = Math.max(largest, loaded);
        started =
            " | %s | %s "
                .formatted(seconds.in("s"), Sample.number(Processors.megabytes(each.getValue())));
      }
      details.add("| %s | %s%s|".formatted(each.getKey(), Sample.number(loaded), started));
    }
    boolean small = largest <= 300 && total <= 3_000;
    return new Result(
        "%s s, %s MB, %s MB"
            .formatted(Sample.number(slowest), Sample.number(largest), Sample.number(total)),
        small ? Verdict.atMost(slowest, 3, 1.5) : Verdict.MISSED,
        details);
  }

  private static Sample start(Bench bench, ServiceProcess service) {
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < (bench.plan().quick() ? 3 : bench.plan().rounds()); round++) {
      service.stop();
      long beginning = System.nanoTime();
      service.launch();
      service.await();
      seconds.add((System.nanoTime() - beginning) / 1e9);
    }
    return Sample.of(seconds, Double::doubleValue);
  }
}
