package org.mikromerit.stacking.award;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.EventData;
import org.mikromerit.events.stack.StackBrokenV1;
import org.mikromerit.events.stack.StackCompletedV1;
import org.mikromerit.events.stack.StackRestoredV1;
import org.mikromerit.kit.identity.Ids;
import org.mikromerit.stacking.pathway.PublishedPathway;

/**
 * The credentials with which a learner completed a pathway: one attempt.
 *
 * <p>It stands exactly as long as all its parts do, and are its holder's. When a part falls it is
 * broken, even where other credentials would fulfil the rule too: its award names its parts, so the
 * award cannot stand on others. What the others fulfil is a new attempt, with an award of its own.
 *
 * @param learner as it was announced: a learner's id, or a reference that was not linked yet
 * @param holder whose it is by now
 * @param attempt from 1, counted for each learner and pathway over all versions
 * @param sequence of its newest event, from 1
 * @param brokenBecause the first of its parts that no longer stands; null while all do
 */
public record Stack(
    UUID id,
    UUID pathway,
    int version,
    String learner,
    String holder,
    int attempt,
    List<UUID> parts,
    long sequence,
    @Nullable UUID brokenBecause,
    Instant completedAt) {

  /** The next attempt of a learner; the same whoever makes it, and however often. */
  public static Stack completed(
      PublishedPathway pathway, String learner, int attempt, List<UUID> parts, Instant now) {
    UUID id =
        Ids.named(
            "stack",
            pathway.id().toString(),
            Integer.toString(pathway.version()),
            learner,
            Integer.toString(attempt));
    return new Stack(
        id, pathway.id(), pathway.version(), learner, learner, attempt, parts, 1, null, now);
  }

  public boolean stands() {
    return brokenBecause == null;
  }

  /**
   * The same stack as it is by what is known of its parts; itself if that changes nothing. A part
   * of which nothing is known neither breaks it nor makes it whole.
   *
   * @param known whether each stands and is the holder's
   */
  public Stack given(Map<UUID, Boolean> known) {
    UUID fallen =
        parts.stream().filter(part -> !known.getOrDefault(part, true)).findFirst().orElse(null);
    boolean undecided = fallen == null && !known.keySet().containsAll(parts);
    boolean stillTheSame = (fallen == null) == stands();
    return undecided || stillTheSame
        ? this
        : new Stack(
            id,
            pathway,
            version,
            learner,
            holder,
            attempt,
            parts,
            sequence + 1,
            fallen,
            completedAt);
  }

  EventData completedEvent(UUID organisation) {
    return new StackCompletedV1(
        id, pathway, version, organisation, learner, attempt, parts, completedAt);
  }

  EventData brokenEvent(UUID organisation, @Nullable UUID award, UUID because, Instant at) {
    return new StackBrokenV1(
        id, pathway, version, organisation, learner, attempt, award, because, at);
  }

  EventData restoredEvent(UUID organisation, @Nullable UUID award, UUID because, Instant at) {
    return new StackRestoredV1(
        id, pathway, version, organisation, learner, attempt, award, because, at);
  }
}
