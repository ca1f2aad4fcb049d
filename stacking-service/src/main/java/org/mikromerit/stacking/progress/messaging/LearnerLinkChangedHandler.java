package org.mikromerit.stacking.progress.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.mikromerit.events.Event;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1.LearnerSince;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.stacking.learner.Learners;
import org.mikromerit.stacking.progress.Credentials;
import org.mikromerit.stacking.progress.FollowLearner;

/** The registry linked a reference to a learner, or unlinked it. */
@ApplicationScoped
class LearnerLinkChangedHandler implements EventHandler<LearnerLinkChangedV1> {
  private final Learners learners;
  private final Credentials credentials;
  private final FollowLearner followLearner;

  LearnerLinkChangedHandler(
      Learners learners, Credentials credentials, FollowLearner followLearner) {
    this.learners = learners;
    this.credentials = credentials;
    this.followLearner = followLearner;
  }

  @Override
  public Class<LearnerLinkChangedV1> data() {
    return LearnerLinkChangedV1.class;
  }

  @Override
  public void apply(Event<LearnerLinkChangedV1> event) {
    followLearner.follow(
        event.data().learnerRef(), learner(event.data()), fromAnother(event.data().history()));
  }

  @Override
  public void copy(Event<LearnerLinkChangedV1> event) {
    String reference = event.data().learnerRef();
    if (!learners.held(reference).equals(learner(event.data()))) {
      learners.give(reference, learner(event.data()));
      var _ = credentials.give(reference, learner(event.data()));
    }
  }

  private static String learner(LearnerLinkChangedV1 changed) {
    return changed.learner().map(UUID::toString).orElse(changed.learnerRef());
  }

  /** By the history, since a compacted topic may have kept nothing else of an unlinking between. */
  private static boolean fromAnother(List<LearnerSince> history) {
    return history.size() > 1
        && history.getLast().learnerId() != null
        && history.get(history.size() - 2).learnerId() != null;
  }
}
