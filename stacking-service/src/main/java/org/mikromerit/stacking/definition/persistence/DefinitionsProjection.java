package org.mikromerit.stacking.definition.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Projection;

/** Our copy of published definitions. */
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
