package org.mikromerit.issuer.learner.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1;
import org.mikromerit.issuer.learner.LearnerLinks;
import org.mikromerit.kit.inbox.EventHandler;

/** mm.learner-link.v1: an identifier is somebody's, or no longer. */
@ApplicationScoped
class LearnerLinkChangedHandler implements EventHandler<LearnerLinkChangedV1> {
  private final LearnerLinks links;

  LearnerLinkChangedHandler(LearnerLinks links) {
    this.links = links;
  }

  @Override
  public Class<LearnerLinkChangedV1> data() {
    return LearnerLinkChangedV1.class;
  }

  @Override
  public void apply(Event<LearnerLinkChangedV1> event) {
    var data = event.data();
    links.put(data.learnerRef(), data.learner().orElse(null), data.history().getLast().from());
  }
}
