package org.mikromerit.kit.replay;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mikromerit.kit.outbox.Outbox;
import org.mikromerit.kit.replay.Replayable.Announcement;

/**
 * Goes on with what was asked to be told again, a page at a time: whoever relays the outbox calls
 * it while little waits there, so that nothing new is held up.
 */
@ApplicationScoped
public class ContinueReplays {
  private static final Logger LOG = Logger.getLogger(ContinueReplays.class);
  private static final int PAGE = 200;

  /** Replays are rare: while there is none, the way of new events is not held up by looking. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final List<Replayable> replayables;
  private final Replays replays;
  private final Outbox outbox;
  private final InstantSource clock;
  private Instant foundNothing = Instant.EPOCH;

  ContinueReplays(
      @All List<Replayable> replayables, Replays replays, Outbox outbox, InstantSource clock) {
    this.replayables = replayables;
    this.replays = replays;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Announces the next page of the oldest replay; false if there is nothing to do, or it failed.
   * Called by one thread at a time.
   */
  public boolean nextPage() {
    Instant now = clock.instant();
    boolean justLooked = Duration.between(foundNothing, now).abs().compareTo(LOOK_EVERY) < 0;
    if (replayables.isEmpty() || justLooked) {
      return false;
    }
    boolean more = look();
    foundNothing = more ? Instant.EPOCH : now;
    return more;
  }

  private boolean look() {
    try {
      return QuarkusTransaction.requiringNew().call(this::page);
    } catch (RuntimeException e) {
      LOG.warnf("replay cannot go on just now cause=%s", e.getClass().getSimpleName());
      return false;
    }
  }

  private boolean page() {
    Optional<Replay> open = replays.takeOpen();
    if (open.isEmpty()) {
      return false;
    }
    Replay replay = open.get();
    Optional<Replayable> owner = owner(replay.topic());
    if (owner.isEmpty()) {
      replays.finish(replay.id(), clock.instant(), "This version cannot tell this topic again.");
      return true;
    }
    List<Announcement> page = owner.get().after(replay.cursor(), PAGE);
    for (Announcement each : page) {
      outbox.announceAgain(each.data(), each.sequence(), each.time());
    }
    if (page.isEmpty()) {
      replays.finish(replay.id(), clock.instant(), null);
      LOG.infof("replay finished topic=%s announced=%d", replay.topic(), replay.announced());
    } else {
      replays.advance(replay.id(), page.getLast().cursor(), page.size());
    }
    return true;
  }

  private Optional<Replayable> owner(String topic) {
    return replayables.stream().filter(each -> each.topic().topicName().equals(topic)).findFirst();
  }
}
