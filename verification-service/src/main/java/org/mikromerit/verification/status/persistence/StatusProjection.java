package org.mikromerit.verification.status.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Projection;

/** How credentials stand, as their issuers announced it last. */
@ApplicationScoped
class StatusProjection implements Projection {
  @Override
  public String name() {
    return "status";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.STATUS_LIST, Topic.CREDENTIAL_STATUS);
  }

  @Override
  public List<String> tables() {
    return List.of("status_list_waiting", "status_list", "credential_status");
  }

  @Override
  public Set<String> localColumns(String table) {
    return Set.of(table.equals("status_list_waiting") ? "since" : "copied_at");
  }
}
