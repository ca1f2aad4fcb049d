package org.mikromerit.verification.trust.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Projection;

/** Who may sign what, as the owners announced it last. */
@ApplicationScoped
class TrustProjection implements Projection {
  @Override
  public String name() {
    return "trust";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(
        Topic.ORGANISATION,
        Topic.ORGANISATION_KEY,
        Topic.DEFINITION,
        Topic.ISSUING_RIGHT,
        Topic.KEY_COMPROMISE);
  }

  @Override
  public List<String> tables() {
    return List.of(
        "organisation",
        "organisation_key",
        "definition",
        "issuing_right",
        "key_compromise",
        "key_compromise_registered");
  }

  @Override
  public Set<String> localColumns(String table) {
    return Set.of("copied_at");
  }
}
