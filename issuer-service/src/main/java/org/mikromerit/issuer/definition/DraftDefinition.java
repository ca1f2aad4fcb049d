package org.mikromerit.issuer.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.identity.Ids;

/** A creator writes down what could be awarded, and rewrites it as often as needed. */
@ApplicationScoped
public class DraftDefinition {
  private final Definitions definitions;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;

  DraftDefinition(Definitions definitions, Audit audit, Ids ids, InstantSource clock) {
    this.definitions = definitions;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** Begins a definition. */
  @Transactional
  public Definition begin(UUID organisation, Draft draft) {
    DraftBounds.check(draft);
    var now = clock.instant();
    var definition = new Definition(ids.next(), organisation, draft, 0, now, now);
    definitions.add(definition);
    audit.record("definition.drafted", "definition", definition.id(), Map.of());
    return definition;
  }

  /**
   * Replaces the draft; versions that were published stay as they are. Empty where there is none.
   */
  @Transactional
  public Optional<Definition> replace(UUID organisation, UUID id, Draft draft) {
    DraftBounds.check(draft);
    Optional<Definition> found = definitions.lock(organisation, id);
    return found.map(earlier -> replace(earlier, draft));
  }

  private Definition replace(Definition earlier, Draft draft) {
    var now = clock.instant();
    var redrafted =
        new Definition(
            earlier.id(),
            earlier.organisation(),
            draft,
            earlier.newestVersion(),
            earlier.createdAt(),
            now);
    definitions.redraft(redrafted);
    audit.record("definition.redrafted", "definition", earlier.id(), Map.of());
    return redrafted;
  }
}
