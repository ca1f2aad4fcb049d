package org.mikromerit.stacking.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Rewinds;
import org.mikromerit.stacking.award.Attempts;
import org.mikromerit.stacking.award.KeepStacks;
import org.mikromerit.stacking.award.Stack;
import org.mikromerit.stacking.award.Stacks;
import org.mikromerit.stacking.evaluation.Evaluation;
import org.mikromerit.stacking.evaluation.Findings;
import org.mikromerit.stacking.evaluation.Standing;
import org.mikromerit.stacking.pathway.OnPathway;
import org.mikromerit.stacking.pathway.Pathways;
import org.mikromerit.stacking.pathway.PublishedPathway;
import org.mikromerit.stacking.progress.Credentials.Known;
import org.mikromerit.stacking.progress.Progress.State;

/**
 * Finds out where learners are on pathways now, from all that is known now: it does not matter
 * which event asked, how often, or in which order they came. What it asks of the database does not
 * grow with their number.
 *
 * <p>A stack that stands completes the pathway, whichever version it was completed under; only when
 * none stands is the newest version's rule asked, and completes the next attempt.
 *
 * <p>While our copies are made again nobody is evaluated, and everybody who should have been is
 * afterwards: what half a copy says would break what stands.
 */
@ApplicationScoped
public class EvaluateLearners {
  /** The topics that our copies are made of. */
  public static final Set<Topic> RESTS_ON =
      Set.of(Topic.CREDENTIAL, Topic.CREDENTIAL_STATUS, Topic.LEARNER_LINK);

  private final Pathways pathways;
  private final Credentials credentials;
  private final ProgressRows rows;
  private final Stacks stacks;
  private final KeepStacks keepStacks;
  private final DueEvaluations due;
  private final Rewinds rewinds;
  private final InstantSource clock;

  EvaluateLearners(
      Pathways pathways,
      Credentials credentials,
      ProgressRows rows,
      Stacks stacks,
      KeepStacks keepStacks,
      DueEvaluations due,
      Rewinds rewinds,
      InstantSource clock) {
    this.pathways = pathways;
    this.credentials = credentials;
    this.rows = rows;
    this.stacks = stacks;
    this.keepStacks = keepStacks;
    this.due = due;
    this.rewinds = rewinds;
    this.clock = clock;
  }

  /** Evaluates each by all that is known. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void evaluate(Collection<OnPathway> who) {
    var once = new TreeMap<OnPathway, List<Predicate<UUID>>>();
    who.forEach(each -> once.put(each, List.of(_ -> true)));
    evaluate(once);
  }

  /**
   * Evaluates each as often as there are moments, as if at each of them only some credentials had
   * been known. What is known at a later moment includes what was at an earlier one.
   *
   * @param moments whether a credential was known by then
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void evaluate(SortedMap<OnPathway, List<Predicate<UUID>>> moments) {
    if (moments.isEmpty()) {
      return;
    }
    var who = new TreeSet<>(moments.keySet());
    if (rewinds.underWay(RESTS_ON)) {
      due.add(who);
      return;
    }
    Instant now = clock.instant();
    List<Progress> before = rows.hold(who, now);
    Map<OnPathway, PublishedPathway> newest = newest(who);
    Map<OnPathway, Attempts> attempts = attempts(newest);
    Map<UUID, Known> parts = parts(attempts.values());
    Map<OnPathway, List<Standing>> standing = credentials.standing(newest);
    attempts.forEach(
        (each, theirs) ->
            moments
                .getOrDefault(each, List.of())
                .forEach(
                    moment ->
                        decide(
                            theirs, parts, standing.getOrDefault(each, List.of()), moment, now)));
    keepStacks.keep(attempts.values());
    keep(before, attempts, now);
  }

  private Map<OnPathway, PublishedPathway> newest(Set<OnPathway> who) {
    Map<UUID, PublishedPathway> byId =
        pathways.newest(who.stream().map(OnPathway::pathway).collect(Collectors.toSet())).stream()
            .collect(Collectors.toMap(PublishedPathway::id, pathway -> pathway));
    return who.stream()
        .collect(
            Collectors.toMap(
                each -> each, each -> Optional.ofNullable(byId.get(each.pathway())).orElseThrow()));
  }

  private Map<OnPathway, Attempts> attempts(Map<OnPathway, PublishedPathway> newest) {
    Map<OnPathway, List<Stack>> concerning = new HashMap<>();
    for (Stack stack : stacks.concerning(newest.keySet())) {
      Stream.of(stack.holder(), stack.learner())
          .distinct()
          .map(learner -> new OnPathway(stack.pathway(), learner))
          .forEach(each -> concerning.computeIfAbsent(each, _ -> new ArrayList<>()).add(stack));
    }
    Map<OnPathway, Attempts> attempts = new TreeMap<>();
    newest.forEach(
        (each, pathway) ->
            attempts.put(
                each,
                new Attempts(pathway, each.learner(), concerning.getOrDefault(each, List.of()))));
    return attempts;
  }

  private Map<UUID, Known> parts(Collection<Attempts> attempts) {
    Set<UUID> parts =
        attempts.stream()
            .flatMap(each -> each.held().stream())
            .flatMap(stack -> stack.parts().stream())
            .collect(Collectors.toSet());
    return parts.isEmpty() ? Map.of() : credentials.known(parts);
  }

  /** What becomes of one's attempts by what was known at a moment. */
  private static void decide(
      Attempts attempts,
      Map<UUID, Known> parts,
      List<Standing> standing,
      Predicate<UUID> moment,
      Instant now) {
    attempts.review(
        part ->
            moment.test(part)
                ? Optional.ofNullable(parts.get(part))
                    .map(known -> known.standsFor(attempts.learner()))
                : Optional.empty());
    if (!attempts.anyStands()) {
      Findings findings =
          Evaluation.of(
              attempts.pathway().rule(),
              standing.stream().filter(each -> moment.test(each.credential())).toList());
      if (findings.fulfilled()) {
        attempts.complete(findings.parts(), now);
      }
    }
  }

  private void keep(List<Progress> before, Map<OnPathway, Attempts> attempts, Instant now) {
    List<Progress> changed = new ArrayList<>();
    for (Progress each : before) {
      Progress after =
          stateOf(each, Optional.ofNullable(attempts.get(each.who())).orElseThrow().held());
      if (!after.equals(each)) {
        changed.add(after);
      }
    }
    if (!changed.isEmpty()) {
      rows.keep(changed, now);
    }
  }

  private static Progress stateOf(Progress before, List<Stack> attempts) {
    State state =
        attempts.isEmpty()
            ? State.IN_PROGRESS
            : attempts.stream().anyMatch(Stack::stands) ? State.COMPLETED : State.BROKEN;
    int newest = attempts.stream().mapToInt(Stack::attempt).max().orElse(0);
    return new Progress(before.pathway(), before.learner(), state, newest);
  }
}
