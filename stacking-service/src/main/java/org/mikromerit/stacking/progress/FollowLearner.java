package org.mikromerit.stacking.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.mikromerit.stacking.award.Stacks;
import org.mikromerit.stacking.learner.Learners;
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
  private final EvaluateLearner evaluate;

  FollowLearner(
      Learners learners,
      Credentials credentials,
      Stacks stacks,
      Pathways pathways,
      ProgressRows rows,
      EvaluateLearner evaluate) {
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
    Set<UUID> concerned = stacks.follow(reference);
    definitions.forEach(definition -> concerned.addAll(pathways.concernedBy(definition)));
    boolean othersFollow = joined && learners.hasReferences(before);
    // One order for all who hold several rows of progress, so that they cannot deadlock.
    for (UUID pathway : new TreeSet<>(concerned)) {
      if (!othersFollow) {
        evaluate.evaluate(pathway, before);
      }
      evaluate.evaluate(pathway, learner);
    }
    rows.removeEmpty(before);
  }
}
