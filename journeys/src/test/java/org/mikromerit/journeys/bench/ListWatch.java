package org.mikromerit.journeys.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.mikromerit.platform.launcher.Port;

/** Fetches a status list again and again, and notes when each revocation was first seen in it. */
final class ListWatch {
  private static final Duration EVERY = Duration.ofMillis(50);

  private final Bench bench;
  private final String list;
  private final Map<Integer, Long> answered;
  private final Map<Integer, Double> seconds = new ConcurrentHashMap<>();
  private final Thread watcher;

  /**
   * Begins to watch.
   *
   * @param answered when each index's revocation was answered, by {@link System#nanoTime}
   */
  ListWatch(Bench bench, String list, Map<Integer, Long> answered) {
    this.bench = bench;
    this.list = list;
    this.answered = answered;
    this.watcher = Thread.ofVirtual().start(this::look);
  }

  private void look() {
    byte[] request = Line.request("GET", "/status-lists/" + list, "", new byte[0]);
    try (Line line = new Line(bench.port(Port.REGISTRY))) {
      while (!Thread.currentThread().isInterrupted()) {
        long now = System.nanoTime();
        byte[] bits = bits(line.ask(request).body());
        answered.forEach(
            (index, since) -> {
              // VC Bitstring Status List 1.0, section 3.2: the first bit is the highest.
              if ((bits[index / 8] & (0x80 >> (index % 8))) != 0) {
                seconds.putIfAbsent(index, (now - since) / 1e9);
              }
            });
        Thread.sleep(EVERY);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      // Enough was seen.
    }
  }

  private static byte[] bits(String credential) throws IOException {
    String encoded = Bench.json(credential).path("credentialSubject").path("encodedList").asText();
    try (GZIPInputStream in =
        new GZIPInputStream(
            new ByteArrayInputStream(Base64.getUrlDecoder().decode(encoded.substring(1))))) {
      return in.readAllBytes();
    }
  }

  /** Seconds from each answer to the list; endless for what was not seen in time. */
  Sample awaitAll(int count, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (seconds.size() < count && System.nanoTime() < end) {
      Bench.pause(EVERY);
    }
    watcher.interrupt();
    return seconds.size() < count
        ? Sample.of(Double.POSITIVE_INFINITY)
        // Seen before the answer was read is seen at once.
        : Sample.of(seconds.values(), each -> Math.max(0, each));
  }
}
