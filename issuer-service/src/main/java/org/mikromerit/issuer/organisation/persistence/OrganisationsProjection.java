package org.mikromerit.issuer.organisation.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Projection;

/** Who may issue, as the registry announced it last. */
@ApplicationScoped
class OrganisationsProjection implements Projection {
  @Override
  public String name() {
    return "organisations";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.ORGANISATION);
  }

  @Override
  public List<String> tables() {
    return List.of("organisation");
  }
}
