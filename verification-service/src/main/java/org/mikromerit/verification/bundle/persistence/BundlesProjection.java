package org.mikromerit.verification.bundle.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Projection;

/** What other registries said: of those that are trusted here when it is made. */
@ApplicationScoped
class BundlesProjection implements Projection {
  @Override
  public String name() {
    return "bundles";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.TRUST_BUNDLE);
  }

  @Override
  public List<String> tables() {
    return List.of("trust_bundle_issuer", "trust_bundle");
  }

  @Override
  public Set<String> localColumns(String table) {
    return Set.of("copied_at");
  }
}
