package org.mikromerit.testkit.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** An address on this machine where nobody must call; it counts who comes. */
public final class Canary implements AutoCloseable {
  private final ServerSocket door;
  private final AtomicInteger visits = new AtomicInteger();

  public Canary() {
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::count);
  }

  private void count() {
    while (!door.isClosed()) {
      try {
        door.accept().close();
        visits.incrementAndGet();
      } catch (IOException _) {
        // Closed, or the visitor went away; it was a visitor if it was let in.
      }
    }
  }

  public URI address() {
    return URI.create("https://localhost:" + door.getLocalPort());
  }

  public int visits() {
    return visits.get();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
