package org.mikromerit.stacking.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.kit.audit.Audit;

/** An organisation changes a pathway's draft; what is published stays as it is. */
@ApplicationScoped
public class ChangeDraft {
  private final Pathways pathways;
  private final Audit audit;
  private final InstantSource clock;

  ChangeDraft(Pathways pathways, Audit audit, InstantSource clock) {
    this.pathways = pathways;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome permits Changed, Refused {}

  /** It is changed. */
  public record Changed(Pathway pathway) implements Outcome {}

  @Transactional
  public Outcome change(UUID organisation, UUID id, Title title, Rule rule) {
    Optional<Pathway> found = pathways.ownedByForChange(organisation, id);
    if (found.isEmpty()) {
      return new Refused.NoSuchPathway();
    }
    Pathway changed = found.get().drafted(title, rule, clock.instant());
    pathways.change(changed);
    audit.record("pathway-draft-changed", "pathway", id, Map.of());
    return new Changed(changed);
  }
}
