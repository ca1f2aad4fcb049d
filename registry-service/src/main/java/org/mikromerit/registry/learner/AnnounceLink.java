package org.mikromerit.registry.learner;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1.LearnerSince;
import org.mikromerit.kit.outbox.Outbox;

/** Tells stacking and issuer whose a reference is, in the transaction that changed it. */
@ApplicationScoped
class AnnounceLink {
  private final Outbox outbox;

  AnnounceLink(Outbox outbox) {
    this.outbox = outbox;
  }

  void announce(LearnerLink link) {
    outbox.announce(event(link), link.version());
  }

  static LearnerLinkChangedV1 event(LearnerLink link) {
    return new LearnerLinkChangedV1(
        link.ref(),
        link.history().stream()
            .map(each -> new LearnerSince(each.learner(), each.from()))
            .toList());
  }
}
