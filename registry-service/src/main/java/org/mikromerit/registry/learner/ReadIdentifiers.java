package org.mikromerit.registry.learner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import org.mikromerit.kit.disclosure.Basis;
import org.mikromerit.kit.disclosure.Disclosures;
import org.mikromerit.kit.disclosure.Purpose;

/** A learner sees by which identifiers they are known. */
@ApplicationScoped
public class ReadIdentifiers {
  private final Disclosures disclosures;

  ReadIdentifiers(Disclosures disclosures) {
    this.disclosures = disclosures;
  }

  /** At most so many of the links, those after the given reference. */
  @Transactional
  public List<LearnerLink> of(Learner learner, String after, int atMost) {
    disclosures.record(
        Basis.DATA_SUBJECT_REQUEST,
        Purpose.LEARNER_ACCESS,
        "learner:" + learner.id(),
        "learner-identifiers",
        learner.id());
    return learner.links().stream()
        // By our own order, not the database's collation: the place after which it goes on is ours.
        .sorted(Comparator.comparing(LearnerLink::ref))
        .filter(link -> link.ref().compareTo(after) > 0)
        .limit(atMost)
        .toList();
  }
}
