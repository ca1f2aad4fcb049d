package org.mikromerit.stacking.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Rewinds;
import org.mikromerit.stacking.award.KeepStacks;
import org.mikromerit.stacking.award.Stack;
import org.mikromerit.stacking.award.Stacks;
import org.mikromerit.stacking.evaluation.Evaluation;
import org.mikromerit.stacking.evaluation.Findings;
import org.mikromerit.stacking.evaluation.Standing;
import org.mikromerit.stacking.pathway.Pathways;
import org.mikromerit.stacking.pathway.PublishedPathway;
import org.mikromerit.stacking.progress.Progress.State;

/**
 * Finds out where a learner is on a pathway now, from all that is known now: it does not matter
 * which event asked, how often, or in which order they came.
 *
 * <p>A stack that stands completes the pathway, whichever version it was completed under; only when
 * none stands is the newest version's rule asked, and completes the next attempt.
 *
 * <p>While our copies are made again nobody is evaluated, and everybody who should have been is
 * afterwards: what half a copy says would break what stands.
 */
@ApplicationScoped
public class EvaluateLearner {
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

  EvaluateLearner(
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

  @Transactional(Transactional.TxType.MANDATORY)
  public void evaluate(UUID pathwayId, String learner) {
    if (rewinds.underWay(RESTS_ON)) {
      due.add(pathwayId, learner);
      return;
    }
    Instant now = clock.instant();
    Progress before = rows.hold(pathwayId, learner, now);
    PublishedPathway pathway = pathways.newest(pathwayId).orElseThrow();
    Progress after = stateOf(before, attempts(pathway, learner));
    if (!after.equals(before)) {
      rows.keep(after, now);
    }
  }

  private List<Stack> attempts(PublishedPathway pathway, String learner) {
    List<Stack> known = stacks.of(pathway.id(), learner);
    Set<UUID> parts =
        known.stream().flatMap(stack -> stack.parts().stream()).collect(Collectors.toSet());
    List<Stack> attempts =
        new ArrayList<>(keepStacks.review(pathway, known, credentials.among(parts, learner)));
    if (attempts.stream().noneMatch(Stack::stands)) {
      List<Standing> standing =
          credentials.standing(pathway, List.of(learner)).getOrDefault(learner, List.of());
      Findings findings = Evaluation.of(pathway.rule(), standing);
      if (findings.fulfilled()) {
        attempts.add(keepStacks.complete(pathway, learner, findings.parts()));
      }
    }
    return attempts;
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
