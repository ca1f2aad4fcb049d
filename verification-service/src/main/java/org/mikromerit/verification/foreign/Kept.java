package org.mikromerit.verification.foreign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that cost a call: for each key it is made once, however many ask at the same time, and
 * kept for a while. Bounded by how many there are and by what they weigh; the longest unused goes
 * first.
 */
final class Kept<K, V> {
  private final int most;
  private final long heaviest;
  private final InstantSource clock;
  private final Map<K, Entry<V>> entries = new LinkedHashMap<>(64, 0.75f, true);
  private long weight;

  Kept(int most, long heaviest, InstantSource clock) {
    this.most = most;
    this.heaviest = heaviest;
    this.clock = clock;
  }

  /**
   * An answer.
   *
   * @param keep zero if the next who asks is to try again
   * @param weight in bytes
   */
  record Made<V>(V value, Duration keep, long weight) {}

  private static final class Entry<V> {
    private final CompletableFuture<V> value = new CompletableFuture<>();
    private @Nullable Instant end;
    private long weight;

    boolean isOver(Instant now) {
      return end != null && !now.isBefore(end);
    }
  }

  /** The kept answer, or one that is made now; who makes it does so within a bounded time. */
  V get(K key, Supplier<Made<V>> make) {
    Entry<V> mine = new Entry<>();
    Entry<V> entry = enter(key, mine);
    if (entry == mine) {
      make(key, mine, make);
    }
    return entry.value.join();
  }

  private synchronized Entry<V> enter(K key, Entry<V> mine) {
    Entry<V> known = entries.get(key);
    if (known != null && !known.isOver(clock.instant())) {
      return known;
    }
    remove(key);
    entries.put(key, mine);
    return mine;
  }

  private void make(K key, Entry<V> entry, Supplier<Made<V>> make) {
    try {
      Made<V> made = make.get();
      keep(key, entry, made);
      entry.value.complete(made.value());
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        entries.remove(key, entry);
      }
      entry.value.completeExceptionally(e);
    }
  }

  private synchronized void keep(K key, Entry<V> entry, Made<V> made) {
    entry.end = clock.instant().plus(made.keep());
    if (made.keep().isZero()) {
      entries.remove(key, entry);
      return;
    }
    entry.weight = made.weight();
    weight += made.weight();
    Iterator<Entry<V>> eldest = entries.values().iterator();
    while ((entries.size() > most || weight > heaviest) && eldest.hasNext()) {
      Entry<V> old = eldest.next();
      // One that is being made is waited for; it is bounded by how much is fetched at once.
      if (old.end != null) {
        weight -= old.weight;
        eldest.remove();
      }
    }
  }

  private void remove(K key) {
    Entry<V> old = entries.remove(key);
    if (old != null) {
      weight -= old.weight;
    }
  }
}
