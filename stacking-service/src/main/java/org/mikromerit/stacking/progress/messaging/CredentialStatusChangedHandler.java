package org.mikromerit.stacking.progress.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mikromerit.events.Event;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.stacking.award.Stacks;
import org.mikromerit.stacking.pathway.OnPathway;
import org.mikromerit.stacking.pathway.Pathways;
import org.mikromerit.stacking.progress.Credentials;
import org.mikromerit.stacking.progress.Credentials.Issue;
import org.mikromerit.stacking.progress.Credentials.Known;
import org.mikromerit.stacking.progress.EvaluateLearners;

/**
 * A credential that no longer stands breaks the stacks that it is a part of; one that stands again
 * makes them whole.
 */
@ApplicationScoped
class CredentialStatusChangedHandler implements EventHandler<CredentialStatusChangedV1> {
  private final Credentials credentials;
  private final Pathways pathways;
  private final Stacks stacks;
  private final EvaluateLearners evaluate;

  CredentialStatusChangedHandler(
      Credentials credentials, Pathways pathways, Stacks stacks, EvaluateLearners evaluate) {
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
    applyAll(List.of(event));
  }

  @Override
  public void applyAll(List<Event<CredentialStatusChangedV1>> events) {
    rounds(events.stream().map(Event::data).toList()).forEach(this::applyRound);
  }

  @Override
  public void copy(Event<CredentialStatusChangedV1> event) {
    var _ = keep(List.of(event.data()));
  }

  private Map<UUID, Issue> keep(List<CredentialStatusChangedV1> changed) {
    return credentials.keepStatus(
        changed.stream()
            .collect(
                Collectors.toMap(
                    CredentialStatusChangedV1::credentialId,
                    each -> each.status() == CredentialStatus.VALID)));
  }

  /**
   * One of each learner's at a time: what becomes of the next depends on whether something was
   * completed with the ones that still stood.
   */
  private List<List<CredentialStatusChangedV1>> rounds(List<CredentialStatusChangedV1> changed) {
    Map<UUID, Known> known =
        credentials.known(changed.stream().map(CredentialStatusChangedV1::credentialId).toList());
    var rounds = new ArrayList<List<CredentialStatusChangedV1>>();
    Map<String, Integer> next = new HashMap<>();
    for (CredentialStatusChangedV1 each : changed) {
      Known issue = known.get(each.credentialId());
      int round = issue == null ? 0 : next.merge(issue.learner(), 1, Integer::sum) - 1;
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(each);
    }
    return rounds;
  }

  private void applyRound(List<CredentialStatusChangedV1> changed) {
    // Without its issue one is part of nothing yet; the issue, when it comes, finds how it stands.
    Map<UUID, Issue> issues = keep(changed);
    if (issues.isEmpty()) {
      return;
    }
    Map<UUID, Set<UUID>> withPart = stacks.pathwaysWithPart(issues.keySet());
    Map<UUID, Set<UUID>> naming =
        pathways.concernedBy(
            issues.values().stream().map(Issue::definition).collect(Collectors.toSet()));
    var concerned = new HashSet<OnPathway>();
    issues.forEach(
        (credential, issue) ->
            Stream.of(
                    withPart.getOrDefault(credential, Set.of()),
                    naming.getOrDefault(issue.definition(), Set.of()))
                .flatMap(Set::stream)
                .forEach(pathway -> concerned.add(new OnPathway(pathway, issue.learner()))));
    evaluate.evaluate(concerned);
  }
}
