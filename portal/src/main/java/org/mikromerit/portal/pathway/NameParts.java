package org.mikromerit.portal.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.mikromerit.portal.page.Visitor;
import org.mikromerit.portal.pathway.Definitions.Owner;
import org.mikromerit.portal.pathway.OwnProgress.Line;
import org.mikromerit.portal.pathway.Pathways.Rule;
import org.mikromerit.portal.pathway.Step.Named;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;

/** Says a rule with the names that the register has for its parts, in the visitor's language. */
@ApplicationScoped
class NameParts {
  private static final String REGISTRY = "registry";

  /** A rule has no more parts than this. */
  private static final int MOST = 100;

  private final Definitions definitions;
  private final Visitor visitor;

  NameParts(@RestClient Definitions definitions, Visitor visitor) {
    this.definitions = definitions;
    this.visitor = visitor;
  }

  Reached<Owner> owner(UUID organisation) {
    return Reach.ask(REGISTRY, () -> definitions.owner(organisation));
  }

  /**
   * The rule's lines.
   *
   * @param held what somebody has of it; empty where nobody's progress is shown
   */
  Lines lines(Rule rule, List<Line> held) {
    Reached<Paged<Definitions.Named>> told =
        Reach.ask(REGISTRY, () -> definitions.named(Steps.definitions(rule), MOST));
    Map<UUID, Named> names =
        told.here()
            ? told.value().items().stream()
                .map(each -> new Named(each.id(), each.version(), each.title(visitor.language())))
                .collect(Collectors.toMap(Named::id, each -> each))
            : Map.of();
    List<Step> steps =
        Steps.of(rule, id -> names.getOrDefault(id, new Named(id, 0, id.toString())), held);
    return new Lines(steps, Picture.of(steps), told.away());
  }
}
