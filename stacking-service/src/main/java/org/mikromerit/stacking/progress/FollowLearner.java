package org.mikromerit.stacking.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mikromerit.stacking.award.Stacks;
import org.mikromerit.stacking.learner.Learners;
import org.mikromerit.stacking.pathway.OnPathway;
import org.mikromerit.stacking.pathway.Pathways;

/**
 * A reference turned out to be a learner's, or no longer is: what was earned under it goes with it,
 * and both sides are evaluated anew.
 */
@ApplicationScoped
public class FollowLearner {
  private final Learners learners;
  private final Credentials credentials;
  private final Stacks stacks;
  private final Pathways pathways;
  private final ProgressRows rows;
  private final EvaluateLearners evaluate;

  FollowLearner(
      Learners learners,
      Credentials credentials,
      Stacks stacks,
      Pathways pathways,
      ProgressRows rows,
      EvaluateLearners evaluate) {
    this.learners = learners;
    this.credentials = credentials;
    this.stacks = stacks;
    this.pathways = pathways;
    this.rows = rows;
    this.evaluate = evaluate;
  }

  /**
   * Gives what was earned under the reference to the learner.
   *
   * @param learner the learner's id; the reference itself when it is nobody's
   * @param joined whether it came from another learner: two turned out to be one, and all
   *     references of the one follow to the other, each by an event of its own. Until the last has
   *     come, what they earned together is not broken by it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void follow(String reference, String learner, boolean joined) {
    String before = learners.held(reference);
    if (before.equals(learner)) {
      return;
    }
    learners.give(reference, learner);
    Set<UUID> definitions = credentials.give(reference, learner);
    Set<UUID> concerned = stacks.follow(List.of(reference));
    pathways.concernedBy(definitions).values().forEach(concerned::addAll);
    boolean othersFollow = joined && learners.hasReferences(before);
    List<String> whom = othersFollow ? List.of(learner) : List.of(before, learner);
    evaluate.evaluate(
        concerned.stream()
            .flatMap(pathway -> whom.stream().map(each -> new OnPathway(pathway, each)))
            .toList());
    rows.removeEmpty(List.of(before));
  }
}
