package org.mikromerit.stacking.progress.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Projection;
import org.mikromerit.stacking.progress.EvaluateLearner;

/** Our copy of issued credentials, of which of them stand, and of whose they are. */
@ApplicationScoped
class CredentialsProjection implements Projection {
  @Override
  public String name() {
    return "credentials";
  }

  @Override
  public Set<Topic> topics() {
    return EvaluateLearner.RESTS_ON;
  }

  @Override
  public List<String> tables() {
    return List.of("credential", "learner_link");
  }
}
