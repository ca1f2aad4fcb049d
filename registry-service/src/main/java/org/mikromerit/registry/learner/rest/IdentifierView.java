package org.mikromerit.registry.learner.rest;

import java.time.Instant;
import org.mikromerit.registry.learner.IdentifierKind;
import org.mikromerit.registry.learner.LearnerLink;

/**
 * One identifier of the learner's own, by its reference: the identifier itself is not kept here.
 */
record IdentifierView(String ref, IdentifierKind kind, Instant since) {

  static IdentifierView of(LearnerLink link) {
    return new IdentifierView(link.ref(), link.kind(), link.since());
  }
}
