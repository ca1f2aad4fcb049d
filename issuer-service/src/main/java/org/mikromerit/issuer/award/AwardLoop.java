package org.mikromerit.issuer.award;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.mikromerit.issuer.award.Awards.Candidate;
import org.mikromerit.issuer.award.IssueAward.Turn;
import org.mikromerit.issuer.status.StatusPlace;
import org.mikromerit.issuer.status.StatusPlaces;

/**
 * Issues the awards that are due, whatever it was that they waited for: the completion itself, a
 * rule, a definition, an authorisation, or an end to trouble.
 */
@ApplicationScoped
class AwardLoop {
  private static final Logger LOG = Logger.getLogger(AwardLoop.class);
  private static final long TICK_MILLIS = 200;
  private static final int AT_ONCE = 100;
  private static final Duration NOT_READY = Duration.ofSeconds(2);
  private static final Duration AWAITS_LEARNER = Duration.ofSeconds(10);
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

  private final Awards awards;
  private final IssueAward issueAward;
  private final StatusPlaces places;
  private final InstantSource clock;
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("awards").factory());

  AwardLoop(Awards awards, IssueAward issueAward, StatusPlaces places, InstantSource clock) {
    this.awards = awards;
    this.issueAward = issueAward;
    this.places = places;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    var _ =
        loop.scheduleWithFixedDelay(this::turn, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    loop.shutdownNow();
  }

  private void turn() {
    try {
      awards.candidates(clock.instant(), AT_ONCE).forEach(this::issue);
    } catch (RuntimeException e) {
      // A thrown exception would end the loop; the next turn tries again.
      LOG.warn("waiting awards not looked at", e);
    }
  }

  private void issue(Candidate candidate) {
    try {
      Optional<StatusPlace> place = places.take(candidate.organisation());
      if (place.isEmpty()) {
        later(candidate, NOT_READY);
      } else {
        issue(candidate, place.get());
      }
    } catch (RuntimeException e) {
      // Whether it was committed cannot be told, so the place is not used again.
      LOG.errorf(e, "award not issued stack=%s", candidate.stack());
      later(candidate, AFTER_TROUBLE);
    }
  }

  private void issue(Candidate candidate, StatusPlace place) {
    Turn turn = issueAward.issue(candidate.stack(), place);
    if (turn != Turn.ISSUED) {
      places.giveBack(candidate.organisation(), place);
      later(candidate, turn == Turn.AWAITS_LEARNER ? AWAITS_LEARNER : NOT_READY);
    }
  }

  /** Behind the others, so that those which cannot be issued do not keep back those which can. */
  private void later(Candidate candidate, Duration delay) {
    awards.postpone(candidate.stack(), clock.instant().plus(delay));
  }
}
