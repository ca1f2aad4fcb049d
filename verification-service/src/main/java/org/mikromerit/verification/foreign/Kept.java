package org.mikromerit.verification.foreign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that cost a call: for each key it is made once, however many ask at the same time, and
 * kept for a while. Bounded by how many there are and by what they weigh; the longest unused goes
 * first. What is asked for towards its end can be made anew beside those who ask, so that nobody
 * waits for what many want.
 */
final class Kept<K, V> {
  // What is made beside must leave room for what somebody waits for.
  private static final int MOST_RENEWED_AT_ONCE = 4;
  private static final int LAST_PART = 5;

  private final int most;
  private final long heaviest;
  private final InstantSource clock;
  private final Executor beside;
  private final Semaphore renewals = new Semaphore(MOST_RENEWED_AT_ONCE);
  private final Map<K, Entry<V>> entries = new LinkedHashMap<>(64, 0.75f, true);
  private long weight;

  /**
   * @param beside runs what nobody waits for, on other threads than its caller's
   */
  Kept(int most, long heaviest, InstantSource clock, Executor beside) {
    this.most = most;
    this.heaviest = heaviest;
    this.clock = clock;
    this.beside = beside;
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
    private Instant towardsEnd = Instant.MAX;
    private boolean renewed;
    private long weight;

    boolean isOver(Instant now) {
      return end != null && !now.isBefore(end);
    }

    boolean isToBeRenewed(Instant now) {
      return !renewed && !now.isBefore(towardsEnd);
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

  /**
   * The same; asked for in the last fifth of its time, it is given as it is and made anew beside,
   * once.
   *
   * @param again makes it anew; where it gives nothing, or fails, the old one stays until its end
   */
  V get(K key, Supplier<Made<V>> make, Supplier<Optional<Made<V>>> again) {
    V value = get(key, make);
    Entry<V> old = dueToBeRenewed(key);
    if (old != null) {
      beside.execute(() -> renew(key, old, again));
    }
    return value;
  }

  private synchronized @Nullable Entry<V> dueToBeRenewed(K key) {
    Entry<V> known = entries.get(key);
    if (known == null || !known.isToBeRenewed(clock.instant()) || !renewals.tryAcquire()) {
      return null;
    }
    known.renewed = true;
    return known;
  }

  private void renew(K key, Entry<V> old, Supplier<Optional<Made<V>>> again) {
    try {
      again.get().ifPresent(made -> replace(key, old, made));
    } catch (RuntimeException _) {
      // The old one stays; whoever waits for the next will be told.
    } finally {
      renewals.release();
    }
  }

  private synchronized void replace(K key, Entry<V> old, Made<V> made) {
    // It may have been pushed out meanwhile, or have ended and been made by somebody who waited.
    if (entries.get(key) == old) {
      remove(key);
      Entry<V> anew = new Entry<>();
      anew.value.complete(made.value());
      entries.put(key, anew);
      keep(key, anew, made);
    }
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
    Instant end = clock.instant().plus(made.keep());
    entry.end = end;
    entry.towardsEnd = end.minus(made.keep().dividedBy(LAST_PART));
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
