package org.mikromerit.platform.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaFuture;
import org.mikromerit.platform.PlatformException;

/** What the broker answers to its administrator. */
final class Answers {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Answers() {}

  static <T> T of(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new PlatformException("Kafka refuses: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** The controller decides, and the broker learns of it a moment later. */
  static void await(String otherwise, BooleanSupplier learned) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!learned.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new PlatformException(otherwise);
      }
      pause();
    }
  }

  static PlatformException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new PlatformException("Interrupted.", e);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }
}
