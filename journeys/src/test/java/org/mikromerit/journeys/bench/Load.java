package org.mikromerit.journeys.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one service: by clients that each wait for the answer, or as they arrive. It says
 * what it saw and insists on nothing.
 *
 * @param requests a request's bytes by its number
 * @param notes is told of each answer at once, on the thread that received it
 */
record Load(int port, LongFunction<byte[]> requests, Consumer<Seen> notes) {
  /** More than any service takes at once; beyond that, who arrives turns back. */
  private static final int MOST_AT_ONCE = 1_000;

  Load(int port, LongFunction<byte[]> requests) {
    this(port, requests, _ -> {});
  }

  /** The same, and somebody who is told. */
  Load noting(Consumer<Seen> whom) {
    return new Load(port, requests, whom);
  }

  /**
   * An answer, or none.
   *
   * @param status 0 where the connection broke or was refused
   * @param nanos since it was sent, or was to be sent
   * @param retryAfter whether it says when to come again
   * @param body for whoever is told of it; an outcome keeps none, for ten minutes have too many
   */
  record Seen(long number, int status, long nanos, boolean retryAfter, String body) {
    double millis() {
      return nanos / 1e6;
    }

    Seen withoutBody() {
      return new Seen(number, status, nanos, retryAfter, "");
    }
  }

  /** All that was seen. */
  record Outcome(List<Seen> all, Duration took, long turnedBack) {
    long count(int status) {
      return all.stream().filter(each -> each.status == status).count();
    }

    double perSecond(int status) {
      return count(status) / (took.toNanos() / 1e9);
    }

    Sample millis(int status) {
      List<Seen> such = all.stream().filter(each -> each.status == status).toList();
      return such.isEmpty() ? Sample.of(Double.POSITIVE_INFINITY) : Sample.of(such, Seen::millis);
    }

    /** How many of each status. */
    Map<Integer, Long> statuses() {
      Map<Integer, Long> counts = new TreeMap<>();
      all.forEach(each -> counts.merge(each.status, 1L, Long::sum));
      return counts;
    }
  }

  /** Clients that each ask again as soon as they are answered. */
  Outcome closed(int clients, Duration during) {
    Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    long beginning = System.nanoTime();
    long end = beginning + during.toNanos();
    AtomicLong numbers = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    ConcurrentLinkedDeque<Line> own = new ConcurrentLinkedDeque<>();
                    while (System.nanoTime() < end) {
                      seen.add(ask(own, numbers.getAndIncrement(), System.nanoTime()));
                    }
                    close(own);
                  }));
    }
    join(threads);
    return new Outcome(List.copyOf(seen), Duration.ofNanos(System.nanoTime() - beginning), 0);
  }

  /** As they arrive; times count from when each was to arrive. */
  Outcome open(Arrivals arrivals) {
    Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedDeque<Line> lines = new ConcurrentLinkedDeque<>();
    Semaphore room = new Semaphore(MOST_AT_ONCE);
    List<Thread> threads = new ArrayList<>();
    long turnedBack = 0;
    long beginning = System.nanoTime();
    for (long number = 0; number < arrivals.count(); number++) {
      long due = beginning + arrivals.nanos(number);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      if (!room.tryAcquire()) {
        turnedBack++;
        continue;
      }
      long current = number;
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    seen.add(ask(lines, current, due));
                    room.release();
                  }));
    }
    join(threads);
    close(lines);
    return new Outcome(
        List.copyOf(seen), Duration.ofNanos(System.nanoTime() - beginning), turnedBack);
  }

  private Seen ask(ConcurrentLinkedDeque<Line> lines, long number, long since) {
    Seen seen = answered(lines, number, since);
    notes.accept(seen);
    return seen.withoutBody();
  }

  private Seen answered(ConcurrentLinkedDeque<Line> lines, long number, long since) {
    Line line = fresh(lines);
    try {
      if (line == null) {
        line = new Line(port);
      }
      Line.Answer answer = line.ask(requests.apply(number));
      if ("close".equalsIgnoreCase(answer.headers().get("connection"))) {
        line.close();
      } else {
        lines.addFirst(line);
      }
      return new Seen(
          number,
          answer.status(),
          System.nanoTime() - since,
          answer.headers().containsKey("retry-after"),
          answer.body());
    } catch (IOException e) {
      if (line != null) {
        close(List.of(line));
      }
      return new Seen(number, 0, System.nanoTime() - since, false, "");
    }
  }

  /** One that the service has not closed for want of use; null where there is none. */
  private static @Nullable Line fresh(ConcurrentLinkedDeque<Line> lines) {
    Line line = lines.pollFirst();
    while (line != null && line.isStale()) {
      close(List.of(line));
      line = lines.pollFirst();
    }
    return line;
  }

  private static void close(Collection<Line> lines) {
    for (Line line : lines) {
      try {
        line.close();
      } catch (IOException e) {
        // It is closed.
      }
    }
  }

  private static void join(List<Thread> threads) {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
