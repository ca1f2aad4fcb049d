package org.mikromerit.journeys.storm;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;

/**
 * A client as a program of an institution is to be written: it asks until it is answered, each time
 * either of the service's instances. No connection, "not now" and "too many" are no answers.
 */
public final class Insisting {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Fleet fleet;
  private final AtomicLong unanswered = new AtomicLong();

  Insisting(Fleet fleet) {
    this.fleet = fleet;
  }

  /** Asks a service until it answers. */
  public Reply ask(String service, Random random, Function<Http, Reply> question) {
    for (Instant end = Instant.now().plus(LONGEST); Instant.now().isBefore(end); pause()) {
      try {
        Reply reply = question.apply(fleet.client(service, random));
        boolean notNow = reply.status() == 503 || reply.status() == 429;
        if (reply.status() < 500 && !notNow) {
          return reply;
        }
        if (!notNow) {
          throw new Violation(service + " answered " + reply.status() + ": " + reply.body());
        }
      } catch (UncheckedIOException e) {
        // Asked again.
      }
      unanswered.incrementAndGet();
    }
    throw new Violation(service + " gave no answer in " + LONGEST.toMinutes() + " minutes");
  }

  /** How often something had to be asked again. */
  long unanswered() {
    return unanswered.get();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
