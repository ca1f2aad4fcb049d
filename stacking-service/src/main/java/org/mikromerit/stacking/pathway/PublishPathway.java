package org.mikromerit.stacking.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.stacking.definition.Definitions;
import org.mikromerit.stacking.definition.Definitions.Stackability;

/** An organisation publishes its draft as the pathway's newest version, for good. */
@ApplicationScoped
public class PublishPathway {
  private final Pathways pathways;
  private final Definitions definitions;
  private final Event<PublishedPathway> published;
  private final Audit audit;
  private final InstantSource clock;

  PublishPathway(
      Pathways pathways,
      Definitions definitions,
      Event<PublishedPathway> published,
      Audit audit,
      InstantSource clock) {
    this.pathways = pathways;
    this.definitions = definitions;
    this.published = published;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome permits Published, Refused {}

  /**
   * It is published.
   *
   * @param notSeen definitions that we have not heard of: perhaps mistyped, perhaps just published
   */
  public record Published(PublishedPathway pathway, List<UUID> notSeen) implements Outcome {}

  /** Publishing an unchanged draft again answers with the version that it is already. */
  @Transactional
  public Outcome publish(UUID organisation, UUID id) {
    Optional<Pathway> draft = pathways.ownedByForChange(organisation, id);
    if (draft.isEmpty()) {
      return new Refused.NoSuchPathway();
    }
    return publish(draft.get());
  }

  private Outcome publish(Pathway draft) {
    Map<UUID, Stackability> known = definitions.stackability(draft.rule().definitions().toList());
    List<UUID> never = withStackability(draft, known, Stackability.NEVER);
    if (!never.isEmpty()) {
      return new Refused.NeverStacks(never);
    }
    List<UUID> notSeen = withStackability(draft, known, Stackability.UNKNOWN);
    return pathways
        .newest(draft.id())
        .filter(draft::isPublishedAs)
        .map(already -> new Published(already, notSeen))
        .orElseGet(() -> new Published(publishNext(draft), notSeen));
  }

  private PublishedPathway publishNext(Pathway draft) {
    PublishedPathway version = draft.next(clock.instant());
    pathways.publish(version);
    audit.record(
        "pathway-published", "pathway", version.id(), Map.of("version", version.version()));
    published.fire(version);
    return version;
  }

  private static List<UUID> withStackability(
      Pathway draft, Map<UUID, Stackability> known, Stackability wanted) {
    return draft
        .rule()
        .definitions()
        .filter(each -> known.getOrDefault(each, Stackability.UNKNOWN) == wanted)
        .toList();
  }
}
