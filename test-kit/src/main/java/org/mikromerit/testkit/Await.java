package org.mikromerit.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Waits for what must happen soon; how soon is measured elsewhere and decides no test. */
public final class Await {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofMillis(50);

  private Await() {}

  /** Waits until the condition holds. */
  public static void until(String what, Callable<Boolean> condition) {
    Throwable last = null;
    for (Instant end = Instant.now().plus(LONGEST); Instant.now().isBefore(end); sleep()) {
      try {
        if (condition.call()) {
          return;
        }
        last = null;
      } catch (Exception | AssertionError e) {
        last = e;
      }
    }
    throw new AssertionError("not within " + LONGEST.toSeconds() + " s: " + what, last);
  }

  /** Waits until the assertions pass. */
  public static void untilAsserted(String what, Runnable assertions) {
    until(
        what,
        () -> {
          assertions.run();
          return true;
        });
  }

  /** Waits for a value that is not null. */
  public static <T> T untilPresent(String what, Callable<@Nullable T> value) {
    var found = new Object[1];
    until(
        what,
        () -> {
          found[0] = value.call();
          return found[0] != null;
        });
    @SuppressWarnings("unchecked") // Just put there by the callable of that type.
    T present = (T) found[0];
    return present;
  }

  private static void sleep() {
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
