package org.mikromerit.platform.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mikromerit.platform.PlatformException;

/**
 * Ctrl-C, or any other order to end, while things are being started: the work is broken off, and
 * the JVM does not end before what was begun has been undone and this was closed.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Thread working = Thread.currentThread();
  private final CountDownLatch undone = new CountDownLatch(1);
  private final Console console;
  private final Thread hook = new Thread(this::interrupt, "interruption");
  private volatile boolean happened;

  private Interruption(Console console) {
    this.console = console;
  }

  static Interruption watch(Console console) {
    Interruption interruption = new Interruption(console);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Breaks off between two steps. */
  void check() {
    if (happened) {
      throw new PlatformException("Interrupted.");
    }
  }

  /** Whether it came; from then on what undoes may wait, sleep and talk to processes again. */
  boolean happened() {
    if (happened) {
      Thread.interrupted();
    }
    return happened;
  }

  private void interrupt() {
    happened = true;
    console.say("");
    console.say("Interrupted: what this command started is stopped again.");
    working.interrupt();
    try {
      undone.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (!happened) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // It came at this very moment, with everything started: that is then left as it is.
        happened = true;
      }
    }
    undone.countDown();
  }
}
