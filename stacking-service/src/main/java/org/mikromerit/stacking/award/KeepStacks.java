package org.mikromerit.stacking.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.events.EventData;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.outbox.Outbox;

/**
 * Completes, breaks and restores stacks, and announces it in the same transaction. The caller holds
 * the locks of the learners' progress.
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

  /** What became of several learners' attempts. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(Collection<Attempts> decided) {
    change(decided.stream().filter(each -> !each.changes().isEmpty()).toList());
    add(decided.stream().filter(each -> !each.completed().isEmpty()).toList());
  }

  private void change(List<Attempts> changed) {
    if (changed.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Map<UUID, Stacks.Issued> awards =
        stacks.awards(
            changed.stream()
                .flatMap(each -> each.changes().stream())
                .map(each -> each.now().id())
                .toList());
    var organisations = new LinkedHashMap<StackChange, UUID>();
    for (Attempts attempts : changed) {
      for (Attempts.Change each : attempts.changes()) {
        Stacks.Issued award = awards.get(each.now().id());
        organisations.put(
            new StackChange(
                each.now(), each.because(), award == null ? null : award.credential(), now),
            attempts.pathway().organisation());
      }
    }
    stacks.change(List.copyOf(organisations.keySet()));
    organisations.forEach(
        (change, organisation) ->
            announce(change.stack(), organisation, change.event(organisation)));
  }

  private void add(List<Attempts> completed) {
    if (completed.isEmpty()) {
      return;
    }
    stacks.add(completed.stream().flatMap(each -> each.completed().stream()).toList());
    for (Attempts attempts : completed) {
      UUID organisation = attempts.pathway().organisation();
      for (Stack stack : attempts.completed()) {
        announce(stack, organisation, stack.completedEvent(organisation));
      }
    }
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
