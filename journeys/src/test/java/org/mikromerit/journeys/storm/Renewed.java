package org.mikromerit.journeys.storm;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** A token that is never old: a storm takes longer than one holds. */
public final class Renewed implements Supplier<String> {
  private static final Duration FRESH = Duration.ofMinutes(3);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Supplier<String> signIn;
  private String token;
  private Instant since;

  public Renewed(Supplier<String> signIn) {
    this.signIn = signIn;
    this.token = signedIn();
    this.since = Instant.now();
  }

  @Override
  public synchronized String get() {
    if (Instant.now().isAfter(since.plus(FRESH))) {
      token = signedIn();
      since = Instant.now();
    }
    return token;
  }

  /** Keycloak has a database too, which may be away. */
  private String signedIn() {
    Instant end = Instant.now().plus(LONGEST);
    while (true) {
      try {
        return signIn.get();
      } catch (AssertionError | UncheckedIOException e) {
        if (Instant.now().isAfter(end)) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(500));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
