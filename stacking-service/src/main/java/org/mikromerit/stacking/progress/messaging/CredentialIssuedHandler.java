package org.mikromerit.stacking.progress.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeSet;
import org.mikromerit.events.Event;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.stacking.award.Stacks;
import org.mikromerit.stacking.definition.Definitions;
import org.mikromerit.stacking.learner.Learners;
import org.mikromerit.stacking.pathway.Pathways;
import org.mikromerit.stacking.progress.Credentials;
import org.mikromerit.stacking.progress.DueEvaluations;
import org.mikromerit.stacking.progress.EvaluateLearner;

/**
 * A new credential moves its learner on the pathways that name its definition, and on no others.
 */
@ApplicationScoped
class CredentialIssuedHandler implements EventHandler<CredentialIssuedV1> {
  private final Learners learners;
  private final Credentials credentials;
  private final Pathways pathways;
  private final EvaluateLearner evaluate;
  private final DueEvaluations due;
  private final Stacks stacks;

  CredentialIssuedHandler(
      Learners learners,
      Credentials credentials,
      Pathways pathways,
      EvaluateLearner evaluate,
      DueEvaluations due,
      Stacks stacks) {
    this.learners = learners;
    this.credentials = credentials;
    this.pathways = pathways;
    this.evaluate = evaluate;
    this.due = due;
    this.stacks = stacks;
  }

  @Override
  public Class<CredentialIssuedV1> data() {
    return CredentialIssuedV1.class;
  }

  @Override
  public void apply(Event<CredentialIssuedV1> event) {
    CredentialIssuedV1 issued = event.data();
    String learner = learners.held(issued.learnerRef());
    credentials.keep(issued, learner);
    // It is told again, and whose it is may have changed since its stacks were reviewed.
    if (due.addHoldersOf(issued.credentialId())) {
      stacks.follow(issued.learnerRef());
    }
    if (Definitions.stacks(issued.kind(), issued.certificationLevel())) {
      // One order for all who hold several rows of progress, so that they cannot deadlock.
      for (var pathway : new TreeSet<>(pathways.concernedBy(issued.definitionId()))) {
        evaluate.evaluate(pathway, learner);
      }
    }
  }
}
