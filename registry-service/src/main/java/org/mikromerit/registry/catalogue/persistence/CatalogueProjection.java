package org.mikromerit.registry.catalogue.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Projection;

/** The published definitions, as their organisations announced them. */
@ApplicationScoped
class CatalogueProjection implements Projection {
  @Override
  public String name() {
    return "catalogue";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.DEFINITION);
  }

  @Override
  public List<String> tables() {
    return List.of("definition_version");
  }
}
