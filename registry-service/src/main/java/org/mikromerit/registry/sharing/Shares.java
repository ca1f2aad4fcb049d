package org.mikromerit.registry.sharing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All shares, each with what became of it; rows are only ever added. */
public interface Shares {

  /**
   * A share with its sealed words.
   *
   * @param entered numbers shares in the order in which they were made
   */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Kept(Share share, byte[] sealed, long entered) {}

  /**
   * Once that somebody saw a share.
   *
   * @param shown the credentials of it that were shown; none where nobody noted that yet
   */
  record View(long entered, UUID share, Instant at, Set<UUID> shown) {
    public View {
      shown = Set.copyOf(shown);
    }
  }

  void add(Share share, byte[] tokenHash, byte[] sealed);

  /**
   * Keeps everybody else with the link out until the transaction ends; false where somebody keeps
   * us out. Nobody waits: whoever did would keep a connection of the database from all others.
   */
  boolean tryLock(byte[] tokenHash);

  /** The share that a link leads to. */
  Optional<Kept> find(byte[] tokenHash);

  /** One that these references made. */
  Optional<Kept> find(Collection<String> learnerRefs, UUID share);

  /** At most so many that these references made, the newest first, before the given number. */
  List<Kept> page(Collection<String> learnerRefs, long before, int atMost);

  /** How many of these references are neither withdrawn nor expired. */
  int countOpen(Collection<String> learnerRefs, Instant now);

  /** At most so many views of what these references made, the newest first. */
  List<View> views(Collection<String> learnerRefs, long before, int atMost);

  /**
   * It was seen once more.
   *
   * @param number counts from 1
   * @param shown the credentials of it that were shown
   */
  void viewed(UUID share, int number, Instant at, Set<UUID> shown);

  /** When it was seen for the time of that number; empty where it was not seen so often. */
  Optional<Instant> viewedAt(UUID share, int number);

  /** Somebody gave another PIN. */
  void wrongPin(UUID share, int number, Instant at);

  /** It is withdrawn; the first time counts. */
  void withdraw(UUID share, Instant at);
}
