package org.mikromerit.stacking.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.mikromerit.kit.projection.Rewinds;
import org.mikromerit.stacking.progress.DueEvaluations.Due;

/** Evaluates those who had to wait until our copies were whole again. */
@ApplicationScoped
public class EvaluateDue {
  private static final int PAGE = 100;

  private final DueEvaluations due;
  private final EvaluateLearner evaluate;
  private final ProgressRows rows;
  private final Rewinds rewinds;

  EvaluateDue(DueEvaluations due, EvaluateLearner evaluate, ProgressRows rows, Rewinds rewinds) {
    this.due = due;
    this.evaluate = evaluate;
    this.rows = rows;
    this.rewinds = rewinds;
  }

  /** Does one page; false when there is nothing to do, or it cannot be done yet. */
  @Transactional
  public boolean nextPage() {
    rewinds.holdOff();
    if (rewinds.underWay(EvaluateLearner.RESTS_ON)) {
      return false;
    }
    List<Due> page = due.take(PAGE);
    for (Due each : page) {
      evaluate.evaluate(each.pathway(), each.learner());
      // A reference that had no learner yet when its credentials came back.
      rows.removeEmpty(each.learner());
    }
    return !page.isEmpty();
  }
}
