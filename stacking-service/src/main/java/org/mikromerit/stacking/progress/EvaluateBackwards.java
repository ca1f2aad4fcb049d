package org.mikromerit.stacking.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.mikromerit.kit.projection.Rewinds;
import org.mikromerit.stacking.pathway.OnPathway;
import org.mikromerit.stacking.pathway.Pathways;
import org.mikromerit.stacking.pathway.PublishedPathway;
import org.mikromerit.stacking.progress.BackwardEvaluations.Open;

/**
 * Evaluates everyone who held a credential of a pathway's definitions when it was published. The
 * request is written by the publication's own transaction, and each page is a transaction that also
 * notes how far it came, so a crash costs at most a page done twice, which changes nothing.
 */
@ApplicationScoped
public class EvaluateBackwards {
  // So many learners keep a transaction, and the locks that it holds, short.
  private static final int PAGE = 100;

  private final BackwardEvaluations evaluations;
  private final Pathways pathways;
  private final Credentials credentials;
  private final EvaluateLearners evaluate;
  private final Rewinds rewinds;
  private final InstantSource clock;

  EvaluateBackwards(
      BackwardEvaluations evaluations,
      Pathways pathways,
      Credentials credentials,
      EvaluateLearners evaluate,
      Rewinds rewinds,
      InstantSource clock) {
    this.evaluations = evaluations;
    this.pathways = pathways;
    this.credentials = credentials;
    this.evaluate = evaluate;
    this.rewinds = rewinds;
    this.clock = clock;
  }

  void request(@Observes PublishedPathway published) {
    evaluations.request(published);
  }

  /**
   * Does one page of the oldest request; false when there is nothing to do, or our copies do not
   * yet hold all who are to be found.
   */
  @Transactional
  public boolean nextPage() {
    rewinds.holdOff();
    if (rewinds.underWay(EvaluateLearners.RESTS_ON)) {
      return false;
    }
    Optional<Open> open = evaluations.holdOldest(clock.instant());
    open.ifPresent(this::tryPage);
    return open.isPresent();
  }

  /** A request's page failed; what it did is rolled back. */
  static final class PageFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Open open;

    PageFailed(Open open, RuntimeException cause) {
      super(cause);
      this.open = open;
    }

    Open open() {
      return open;
    }
  }

  /** Lets later requests go before one whose page failed. */
  @Transactional
  public void postpone(Open open, Duration delay) {
    evaluations.postpone(open, clock.instant().plus(delay));
  }

  private void tryPage(Open open) {
    try {
      page(open);
    } catch (RuntimeException e) {
      throw new PageFailed(open, e);
    }
  }

  private void page(Open open) {
    PublishedPathway pathway = pathways.version(open.pathway(), open.version()).orElseThrow();
    List<String> learners =
        credentials.learnersHolding(
            pathway.rule().definitions().toList(), open.afterLearner(), PAGE);
    evaluate.evaluate(learners.stream().map(each -> new OnPathway(pathway.id(), each)).toList());
    if (learners.size() < PAGE) {
      evaluations.finish(open, clock.instant());
    } else {
      evaluations.proceed(open, learners.getLast());
    }
  }
}
