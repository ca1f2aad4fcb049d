package org.mikromerit.registry.learner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.registry.learner.LinkIdentifiers.Linked;

/** Finds the learner of an account that signs in, by all that was verified about its person. */
@ApplicationScoped
public class RecogniseLearner {
  private final LinkIdentifiers linkIdentifiers;
  private final LearnerLinks links;
  private final Audit audit;

  RecogniseLearner(LinkIdentifiers linkIdentifiers, LearnerLinks links, Audit audit) {
    this.linkIdentifiers = linkIdentifiers;
    this.links = links;
    this.audit = audit;
  }

  /** The learner; what they unlinked stays unlinked. */
  @Transactional
  public Learner recognise(Account account) {
    return learner(account, false);
  }

  /** The learner, who asks for all of their verified identifiers, also those that they unlinked. */
  @Transactional
  public Learner recogniseAgain(Account account) {
    return learner(account, true);
  }

  private Learner learner(Account account, boolean again) {
    List<VerifiedIdentifier> identifiers = account.identifiers();
    UUID settled = linkIdentifiers.settled(identifiers, again);
    UUID learner = settled == null ? linked(identifiers, again) : settled;
    return new Learner(learner, links.of(learner));
  }

  private UUID linked(List<VerifiedIdentifier> identifiers, boolean again) {
    Linked linked = linkIdentifiers.link(identifiers, again);
    if (linked.changes() > 0) {
      audit.record(
          "learner.recognised",
          "learner",
          linked.learner(),
          Map.of("identifiers", identifiers.stream().map(VerifiedIdentifier::kind).toList()));
    }
    return linked.learner();
  }
}
