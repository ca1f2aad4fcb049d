package org.mikromerit.stacking.award;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.mikromerit.stacking.pathway.PublishedPathway;

/** A learner's attempts at a pathway, and what becomes of them by what is known. */
public final class Attempts {
  private final PublishedPathway pathway;
  private final String learner;
  private final List<Stack> held;
  private int newestNumber;
  private final List<Stack> completed = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  /**
   * As they were kept.
   *
   * @param pathway its newest version
   * @param concerning what the learner holds or completed, by attempt: who had a stack once does
   *     not use its number again
   */
  public Attempts(PublishedPathway pathway, String learner, List<Stack> concerning) {
    this.pathway = pathway;
    this.learner = learner;
    this.held =
        new ArrayList<>(
            concerning.stream().filter(stack -> stack.holder().equals(learner)).toList());
    this.newestNumber = concerning.stream().mapToInt(Stack::attempt).max().orElse(0);
  }

  /**
   * A stack that broke or is whole again.
   *
   * @param because the part that fell, or that stands again
   */
  record Change(Stack now, UUID because) {}

  /** Its newest version. */
  public PublishedPathway pathway() {
    return pathway;
  }

  public String learner() {
    return learner;
  }

  /** What was completed since. */
  List<Stack> completed() {
    return completed;
  }

  /** What changed since, in that order. */
  List<Change> changes() {
    return changes;
  }

  /** The stacks that the learner holds. */
  public List<Stack> held() {
    return List.copyOf(held);
  }

  public boolean anyStands() {
    return held.stream().anyMatch(Stack::stands);
  }

  /**
   * Breaks and restores stacks by what is known of their parts.
   *
   * @param stands whether a part stands and is the learner's; empty where that is not known
   */
  public void review(Function<UUID, Optional<Boolean>> stands) {
    held.replaceAll(stack -> reviewed(stack, stands));
  }

  private Stack reviewed(Stack stack, Function<UUID, Optional<Boolean>> stands) {
    Map<UUID, Boolean> known = new HashMap<>();
    stack.parts().forEach(part -> stands.apply(part).ifPresent(each -> known.put(part, each)));
    Stack now = stack.given(known);
    if (now.sequence() != stack.sequence()) {
      UUID because = now.stands() ? stack.brokenBecause() : now.brokenBecause();
      if (because == null) {
        throw new IllegalStateException("A stack that stood and stands has not changed");
      }
      changes.add(new Change(now, because));
    }
    return now;
  }

  /** Completes the next attempt. */
  public void complete(List<UUID> parts, Instant now) {
    newestNumber++;
    Stack stack = Stack.completed(pathway, learner, newestNumber, parts, now);
    completed.add(stack);
    held.add(stack);
  }
}
