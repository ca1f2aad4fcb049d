package org.mikromerit.journeys.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.mikromerit.journeys.bench.Load.Outcome;
import org.mikromerit.journeys.bench.Result.Verdict;

/** How long after an institution was answered the ledger says so. */
final class EventLag implements Goal {
  private static final int ONE_IN = 5;
  private static final Duration LOOKS_EVERY = Duration.ofMillis(20);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** The credential's announcement and its delivery. */
  private static final int EVENTS = 2;

  @Override
  public String id() {
    return "P13";
  }

  @Override
  public String demands() {
    return "from commit to applied in the registry at half load: p99 at most 1 s (stretch 300 ms);"
        + " relay and broker at most 100 µs of processor time for an event";
  }

  @Override
  public String how() {
    return "issues arrive at half of the rate that was sustained; of every fifth the ledger's table"
        + " is asked each 20 ms from the answer on; the broker is its process, the relay its share"
        + " of the issuer's samples (JFR)";
  }

  @Override
  public Result measure(Bench bench) {
    double rate = bench.sustainable() / 2;
    Duration during = bench.plan().round().multipliedBy(5);
    BlockingQueue<UUID> answered = new LinkedBlockingQueue<>();
    ConcurrentLinkedQueue<Double> lags = new ConcurrentLinkedQueue<>();
    Thread watcher = Thread.ofVirtual().start(() -> watch(bench, answered, lags));
    Recording recording = Recording.of(bench, "issuer");
    Processors before = Processors.of(bench.stack());
    Outcome outcome =
        bench
            .issues()
            .noting(
                seen -> {
                  if (seen.status() == 201 && seen.number() % ONE_IN == 0) {
                    answered.add(Bench.idOf(seen.body()));
                  }
                })
            .open(new Arrivals(rate, during));
    bench.backlog().awaitNone();
    var micros = Processors.of(bench.stack()).since(before, EVENTS * outcome.count(201));
    double relay = recording.share("outbox-relay") * micros.getOrDefault("issuer", 0.0);
    double broker = micros.getOrDefault("kafka", 0.0);
    join(watcher);
    Sample millis = Sample.of(List.copyOf(lags), Double::doubleValue);
    Verdict lag = Verdict.atMost(millis.percentile(99), 1_000, 300);
    return new Result(
        "p99 %s ms; %s µs"
            .formatted(Sample.number(millis.percentile(99)), Sample.number(relay + broker)),
        relay + broker <= 100 ? lag : Verdict.MISSED,
        List.of(
            "%s issues a second, %,d looked at: p50 %s ms, longest %s ms. Relay %s µs and broker %s µs for an event, two events to an issue."
                .formatted(
                    Sample.number(rate),
                    millis.size(),
                    Sample.number(millis.median()),
                    Sample.number(millis.to()),
                    Sample.number(relay),
                    Sample.number(broker))));
  }

  /** Each on a thread of its own, over few connections. */
  private static void watch(
      Bench bench, BlockingQueue<UUID> answered, ConcurrentLinkedQueue<Double> lags) {
    List<Thread> looking = new ArrayList<>();
    try {
      for (UUID next = answered.poll(30, TimeUnit.SECONDS);
          next != null;
          next = answered.poll(5, TimeUnit.SECONDS)) {
        UUID credential = next;
        long since = System.nanoTime();
        looking.add(
            Thread.ofVirtual()
                .start(
                    () -> {
                      awaitInLedger(bench, credential);
                      lags.add((System.nanoTime() - since) / 1e6);
                    }));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    looking.forEach(EventLag::join);
  }

  private static void awaitInLedger(Bench bench, UUID credential) {
    Connection connection = bench.databases().borrow("registry");
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from ledger_entry where credential = ?")) {
      query.setObject(1, credential);
      long end = System.nanoTime() + LONGEST.toNanos();
      boolean there = false;
      while (!there && System.nanoTime() < end) {
        try (ResultSet row = query.executeQuery()) {
          there = row.next();
        }
        if (!there) {
          Bench.pause(LOOKS_EVERY);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      bench.databases().giveBack("registry", connection);
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
