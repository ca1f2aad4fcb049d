package org.mikromerit.journeys.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.mikromerit.journeys.bench.Result.Verdict;
import org.mikromerit.platform.launcher.Port;

/** How soon everybody sees what an institution takes back, and that a long list costs no more. */
final class RevokeToVisible implements Goal {
  private static final double RATE = 50;
  private static final int ONE_IN = 10;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @Override
  public String id() {
    return "P10";
  }

  @Override
  public String demands() {
    return "from a revocation's answer to the served list and to a verdict, at 50 revocations a"
        + " second over a list of a million: p99 at most 5 s (stretch 1 s)";
  }

  @Override
  public String how() {
    return "a list of 1,048,576 places; the registry's list is fetched each 50 ms, a verdict on"
        + " every tenth is asked for each 100 ms";
  }

  @Override
  public Result measure(Bench bench) {
    School school = bench.schoolWithLongList();
    int count = (int) (RATE * bench.plan().round().toSeconds() * 2);
    List<Entry> entries = Entry.of(bench.documents(school, count));
    Map<Integer, Long> answered = new ConcurrentHashMap<>();
    Queue<Double> inVerdict = new ConcurrentLinkedQueue<>();
    List<Thread> asking = new ArrayList<>();
    ListWatch watch = new ListWatch(bench, entries.getFirst().list(), answered);
    Load revocations =
        new Load(
                bench.port(Port.ISSUER),
                number -> school.revoke(entries.get((int) number).credential()))
            .noting(
                seen -> {
                  Entry entry = entries.get((int) seen.number());
                  answered.put(entry.index(), System.nanoTime());
                  if (seen.number() % ONE_IN == 0) {
                    synchronized (asking) {
                      asking.add(
                          Thread.ofVirtual()
                              .start(() -> inVerdict.add(awaitRevoked(bench, entry))));
                    }
                  }
                });
    Bench.allOf(
        revocations.open(new Arrivals(RATE, Duration.ofSeconds((long) (count / RATE)))), 200);
    Sample inList = watch.awaitAll(count, LONGEST);
    synchronized (asking) {
      asking.forEach(RevokeToVisible::join);
    }
    Sample verdicts = Sample.of(List.copyOf(inVerdict), Double::doubleValue);
    double worst = Math.max(inList.percentile(99), verdicts.percentile(99));
    return new Result(
        "p99 %s s in the list, %s s in a verdict"
            .formatted(
                Sample.number(inList.percentile(99)), Sample.number(verdicts.percentile(99))),
        Verdict.atMost(worst, 5, 1),
        List.of(
            "%,d revocations; median %s s in the list, %s s in a verdict."
                .formatted(
                    count, Sample.number(inList.median()), Sample.number(verdicts.median()))));
  }

  private static double awaitRevoked(Bench bench, Entry entry) {
    long since = System.nanoTime();
    try (Line line = new Line(bench.port(Port.VERIFICATION))) {
      byte[] request = Verdicts.of(entry.document());
      while (System.nanoTime() - since < LONGEST.toNanos()) {
        String conclusion = Bench.json(line.ask(request).body()).path("conclusion").asText();
        if (!conclusion.startsWith("VALID")) {
          return (System.nanoTime() - since) / 1e9;
        }
        Bench.pause(Duration.ofMillis(100));
      }
      return Double.POSITIVE_INFINITY;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
