package org.mikromerit.registry.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Projection;

/** Which credentials are suspended; the ledger beside it is nobody's copy and stays. */
@ApplicationScoped
class SuspensionProjection implements Projection {
  @Override
  public String name() {
    return "suspensions";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.CREDENTIAL_STATUS);
  }

  @Override
  public List<String> tables() {
    return List.of("suspension");
  }
}
