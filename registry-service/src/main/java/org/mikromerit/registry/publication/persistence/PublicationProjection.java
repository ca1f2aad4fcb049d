package org.mikromerit.registry.publication.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Projection;

/** The keys and status lists that we publish for their organisations. */
@ApplicationScoped
class PublicationProjection implements Projection {
  @Override
  public String name() {
    return "publication";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.ORGANISATION_KEY, Topic.STATUS_LIST);
  }

  @Override
  public List<String> tables() {
    return List.of("organisation_key", "status_list");
  }
}
