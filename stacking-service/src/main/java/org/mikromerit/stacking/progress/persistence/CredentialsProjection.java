package org.mikromerit.stacking.progress.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.projection.Projection;
import org.mikromerit.stacking.progress.EvaluateLearners;

/** Our copy of issued credentials, of which of them stand, and of whose they are. */
@ApplicationScoped
class CredentialsProjection implements Projection {
  @Override
  public String name() {
    return "credentials";
  }

  @Override
  public Set<Topic> topics() {
    return EvaluateLearners.RESTS_ON;
  }

  @Override
  public List<String> tables() {
    return List.of("credential", "learner_link");
  }

  /** What an issue told; its topic keeps it for 30 days. */
  @Override
  public Set<String> forgottenColumns(String table) {
    return table.equals("credential")
        ? Set.of(
            "learner",
            "learner_ref",
            "organisation",
            "definition",
            "may_stack",
            "awarded_at",
            "award_stack",
            "award_pathway")
        : Set.of("learner");
  }
}
