package org.mikromerit.issuer.learner.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Projection;

/** Which references are one learner's, as the registry announced it last. */
@ApplicationScoped
class LearnerLinksProjection implements Projection {
  @Override
  public String name() {
    return "learner-links";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.LEARNER_LINK);
  }

  @Override
  public List<String> tables() {
    return List.of("learner_link");
  }
}
