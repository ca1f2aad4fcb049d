package org.mikromerit.portal.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.operations.Operated.Inbox;
import org.mikromerit.portal.operations.Operated.Outbox;
import org.mikromerit.portal.operations.Operated.Parked;
import org.mikromerit.portal.page.Status;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;

/**
 * A look at one service.
 *
 * @param at when it was looked at
 */
public record Look(
    String service,
    Instant at,
    Reached<Outbox> outbox,
    Reached<Inbox> inbox,
    Reached<Paged<Parked>> parked) {
  /**
   * Longer than this the broker does not keep an event waiting; the service's alarm says the same.
   */
  private static final Duration LONG = Duration.ofSeconds(30);

  /** A service that does not answer once is not asked a second time, so that nobody waits twice. */
  static Look at(String service, Operated operated, @Nullable String after, int rows, Instant now) {
    Reached<Outbox> outbox = Reach.ask(service, operated::outbox).unlessRefused();
    boolean there = outbox.here();
    return new Look(
        service,
        now,
        outbox,
        there ? ask(service, operated, Operated::inbox) : new Reached.Away<>(service),
        there
            ? ask(service, operated, each -> each.parked(after, rows))
            : new Reached.Away<>(service));
  }

  private static <T> Reached<T> ask(
      String service, Operated operated, Function<Operated, T> question) {
    return Reach.ask(service, () -> question.apply(operated)).unlessRefused();
  }

  /** Whether the service answers. */
  public boolean up() {
    return outbox.here();
  }

  public Status answers() {
    return up() ? Status.GOOD : Status.BAD;
  }

  /** The topics of the parked events that are shown. */
  public List<String> topics() {
    return parked.here()
        ? parked.value().items().stream().map(Parked::topic).distinct().sorted().toList()
        : List.of();
  }

  public Status outboxStatus() {
    if (!outbox.here()) {
      return Status.UNKNOWN;
    }
    Instant oldest = outbox.value().oldest();
    return oldest == null || Duration.between(oldest, at).compareTo(LONG) < 0
        ? Status.GOOD
        : Status.WARNING;
  }

  public Status parkedStatus() {
    if (!parked.here()) {
      return Status.UNKNOWN;
    }
    return parked.value().items().isEmpty() ? Status.GOOD : Status.BAD;
  }

  /** How many are parked, with a plus where there are more. */
  public String parkedCount() {
    return parked.here()
        ? parked.value().items().size() + (parked.value().next() == null ? "" : "+")
        : "";
  }
}
