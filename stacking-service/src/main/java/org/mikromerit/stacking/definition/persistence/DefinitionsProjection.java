package org.mikromerit.stacking.definition.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Projection;

/**
 * Our copy of published definitions. The copy of credentials is none: a learner evaluated while
 * half of it is there would lose what they completed.
 */
@ApplicationScoped
class DefinitionsProjection implements Projection {
  @Override
  public String name() {
    return "definitions";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.DEFINITION);
  }

  @Override
  public List<String> tables() {
    return List.of("definition");
  }
}
