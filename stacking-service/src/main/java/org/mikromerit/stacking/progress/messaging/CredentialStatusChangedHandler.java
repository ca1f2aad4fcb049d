package org.mikromerit.stacking.progress.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.TreeSet;
import org.mikromerit.events.Event;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.stacking.award.Stacks;
import org.mikromerit.stacking.pathway.Pathways;
import org.mikromerit.stacking.progress.Credentials;
import org.mikromerit.stacking.progress.Credentials.Issue;
import org.mikromerit.stacking.progress.EvaluateLearner;

/**
 * A credential that no longer stands breaks the stacks that it is a part of; one that stands again
 * makes them whole.
 */
@ApplicationScoped
class CredentialStatusChangedHandler implements EventHandler<CredentialStatusChangedV1> {
  private final Credentials credentials;
  private final Pathways pathways;
  private final Stacks stacks;
  private final EvaluateLearner evaluate;

  CredentialStatusChangedHandler(
      Credentials credentials, Pathways pathways, Stacks stacks, EvaluateLearner evaluate) {
    this.credentials = credentials;
    this.pathways = pathways;
    this.stacks = stacks;
    this.evaluate = evaluate;
  }

  @Override
  public Class<CredentialStatusChangedV1> data() {
    return CredentialStatusChangedV1.class;
  }

  @Override
  public void apply(Event<CredentialStatusChangedV1> event) {
    CredentialStatusChangedV1 changed = event.data();
    boolean stands = changed.status() == CredentialStatus.VALID;
    Optional<Issue> issue = credentials.keepStatus(changed.credentialId(), stands);
    // Without its issue it is part of nothing yet; the issue, when it comes, finds how it stands.
    issue.ifPresent(known -> reevaluate(changed, known));
  }

  private void reevaluate(CredentialStatusChangedV1 changed, Issue issue) {
    var concerned = new TreeSet<>(pathways.concernedBy(issue.definition()));
    concerned.addAll(stacks.pathwaysWithPart(changed.credentialId()));
    for (var pathway : concerned) {
      evaluate.evaluate(pathway, issue.learner());
    }
  }
}
