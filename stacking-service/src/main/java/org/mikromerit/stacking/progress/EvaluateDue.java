package org.mikromerit.stacking.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.SortedSet;
import org.mikromerit.kit.projection.Rewinds;
import org.mikromerit.stacking.pathway.OnPathway;

/** Evaluates those who had to wait until our copies were whole again. */
@ApplicationScoped
public class EvaluateDue {
  private static final int PAGE = 100;

  private final DueEvaluations due;
  private final EvaluateLearners evaluate;
  private final ProgressRows rows;
  private final Rewinds rewinds;

  EvaluateDue(DueEvaluations due, EvaluateLearners evaluate, ProgressRows rows, Rewinds rewinds) {
    this.due = due;
    this.evaluate = evaluate;
    this.rows = rows;
    this.rewinds = rewinds;
  }

  /** Does one page; false when there is nothing to do, or it cannot be done yet. */
  @Transactional
  public boolean nextPage() {
    rewinds.holdOff();
    if (rewinds.underWay(EvaluateLearners.RESTS_ON)) {
      return false;
    }
    SortedSet<OnPathway> page = due.take(PAGE);
    evaluate.evaluate(page);
    // References that had no learner yet when their credentials came back.
    rows.removeEmpty(page.stream().map(OnPathway::learner).toList());
    return !page.isEmpty();
  }
}
