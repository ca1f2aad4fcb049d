package org.mikromerit.registry.learner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import org.mikromerit.kit.audit.Audit;

/** A learner says that an identifier is not theirs, or not to be counted as theirs. */
@ApplicationScoped
public class UnlinkIdentifier {

  /** More changes than anybody needs, and as many as the announced history can hold. */
  private static final int MOST_CHANGES = 500;

  private final LearnerLinks links;
  private final LinkIdentifiers linkIdentifiers;
  private final Audit audit;
  private final InstantSource clock;

  UnlinkIdentifier(
      LearnerLinks links, LinkIdentifiers linkIdentifiers, Audit audit, InstantSource clock) {
    this.links = links;
    this.linkIdentifiers = linkIdentifiers;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {}

  public record Unlinked() implements Outcome {}

  /** One answer for "none" and "not yours". */
  public record NoSuchIdentifier() implements Outcome {}

  /** It is the account itself, or a claim, to which there would be no way back. */
  public record MustStay(IdentifierKind kind) implements Outcome {}

  public record ChangedTooOften() implements Outcome {}

  @Transactional
  public Outcome unlink(Learner learner, String ref) {
    links.lock();
    return links.of(learner.id()).stream()
        .filter(link -> link.ref().equals(ref))
        .findFirst()
        .map(link -> unlink(learner, link))
        .orElseGet(NoSuchIdentifier::new);
  }

  private Outcome unlink(Learner learner, LearnerLink link) {
    if (!link.kind().mayBeUnlinked()) {
      return new MustStay(link.kind());
    }
    if (link.version() >= MOST_CHANGES) {
      return new ChangedTooOften();
    }
    linkIdentifiers.change(link.become(null, clock.instant()));
    audit.record(
        "learner.identifier-unlinked", "learner", learner.id(), Map.of("kind", link.kind()));
    return new Unlinked();
  }
}
