package org.mikromerit.issuer.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.issuer.award.Awards.Part;
import org.mikromerit.issuer.learner.LearnerLinks;

/** Tells whether a part is the learner's to whom an award is due. */
@ApplicationScoped
class WhosePart {
  private final LearnerLinks links;

  WhosePart(LearnerLinks links) {
    this.links = links;
  }

  /** Whose a part is, as far as this service was told. */
  enum Answer {
    THEIRS,
    ANOTHERS,
    /** The registry's word has not come yet, or has changed since: what it says next decides. */
    NOT_KNOWN_YET
  }

  Answer of(Award award, Part part) {
    if (part.learner().equals(award.learner())) {
      return Answer.THEIRS;
    }
    Optional<UUID> learner = learnerId(award.learner());
    if (learner.isEmpty()) {
      // A completion that names a reference counts the credentials of that reference alone.
      return Answer.ANOTHERS;
    }
    return links.learnerOf(part.learner()).equals(learner) ? Answer.THEIRS : Answer.NOT_KNOWN_YET;
  }

  /** The registry's id; no reference looks like one. */
  private static Optional<UUID> learnerId(String learner) {
    try {
      return Optional.of(UUID.fromString(learner));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
