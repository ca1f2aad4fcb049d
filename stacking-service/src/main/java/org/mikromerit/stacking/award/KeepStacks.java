package org.mikromerit.stacking.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.events.EventData;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.outbox.Outbox;
import org.mikromerit.stacking.pathway.PublishedPathway;

/**
 * Completes, breaks and restores stacks, and announces it in the same transaction. The caller holds
 * the lock of the learner's progress.
 */
@ApplicationScoped
public class KeepStacks {
  private final Stacks stacks;
  private final Outbox outbox;
  private final Audit audit;
  private final InstantSource clock;

  KeepStacks(Stacks stacks, Outbox outbox, Audit audit, InstantSource clock) {
    this.stacks = stacks;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public Stack complete(PublishedPathway pathway, String learner, List<UUID> parts) {
    int attempt = stacks.newestAttempt(pathway.id(), learner) + 1;
    Stack stack = Stack.completed(pathway, learner, attempt, parts, clock.instant());
    stacks.add(stack);
    announce(stack, pathway.organisation(), stack.completedEvent(pathway.organisation()));
    return stack;
  }

  /** The stacks as they are by what is known of their parts. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Stack> review(
      PublishedPathway pathway, List<Stack> before, Map<UUID, Boolean> parts) {
    var after = new ArrayList<Stack>(before.size());
    for (Stack stack : before) {
      Stack now = stack.given(parts);
      if (now.sequence() != stack.sequence()) {
        change(pathway.organisation(), stack, now);
      }
      after.add(now);
    }
    return after;
  }

  private void change(UUID organisation, Stack before, Stack now) {
    Instant at = clock.instant();
    stacks.change(now, at);
    Stacks.Issued issued = stacks.awards(List.of(now.id())).get(now.id());
    UUID award = issued == null ? null : issued.credential();
    UUID because = now.stands() ? before.brokenBecause() : now.brokenBecause();
    if (because == null) {
      throw new IllegalStateException("A stack that stood and stands has not changed");
    }
    var change = new StackChange(now, because, award, at);
    stacks.note(change);
    announce(now, organisation, change.event(organisation));
  }

  private void announce(Stack stack, UUID organisation, EventData event) {
    outbox.announce(event, stack.sequence());
    audit.recordBySystem(
        organisation,
        event.eventType().ceType(),
        "stack",
        stack.id(),
        Map.of("pathway", stack.pathway(), "attempt", stack.attempt()));
  }
}
