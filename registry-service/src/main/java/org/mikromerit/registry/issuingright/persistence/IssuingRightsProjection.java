package org.mikromerit.registry.issuingright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Projection;

/** Who may issue what others defined. */
@ApplicationScoped
class IssuingRightsProjection implements Projection {
  @Override
  public String name() {
    return "issuing-rights";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.ISSUING_RIGHT);
  }

  @Override
  public List<String> tables() {
    return List.of("issuing_right");
  }
}
