package org.mikromerit.stacking.progress.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mikromerit.events.Event;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.stacking.award.Stacks;
import org.mikromerit.stacking.definition.Definitions;
import org.mikromerit.stacking.learner.Learners;
import org.mikromerit.stacking.pathway.OnPathway;
import org.mikromerit.stacking.pathway.Pathways;
import org.mikromerit.stacking.progress.Credentials;
import org.mikromerit.stacking.progress.DueEvaluations;
import org.mikromerit.stacking.progress.EvaluateLearners;

/**
 * New credentials move their learners on the pathways that name their definitions, and on no
 * others.
 */
@ApplicationScoped
class CredentialIssuedHandler implements EventHandler<CredentialIssuedV1> {
  private final Learners learners;
  private final Credentials credentials;
  private final Pathways pathways;
  private final EvaluateLearners evaluate;
  private final DueEvaluations due;
  private final Stacks stacks;

  CredentialIssuedHandler(
      Learners learners,
      Credentials credentials,
      Pathways pathways,
      EvaluateLearners evaluate,
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
    applyAll(List.of(event));
  }

  @Override
  public void applyAll(List<Event<CredentialIssuedV1>> events) {
    List<CredentialIssuedV1> issued = events.stream().map(Event::data).toList();
    Map<String, String> held = held(issued);
    Set<UUID> heardOf = credentials.keep(issued, held);
    followStacks(issued);
    evaluate.evaluate(concerned(issued, held, heardOf));
  }

  @Override
  public void copy(Event<CredentialIssuedV1> event) {
    List<CredentialIssuedV1> issued = List.of(event.data());
    var _ = credentials.keep(issued, held(issued));
  }

  /** Whose each of their references is. */
  private Map<String, String> held(List<CredentialIssuedV1> issued) {
    return learners.held(
        issued.stream().map(CredentialIssuedV1::learnerRef).collect(Collectors.toSet()));
  }

  /** They are told again, and whose they are may have changed since their stacks were reviewed. */
  private void followStacks(List<CredentialIssuedV1> issued) {
    List<UUID> parts = issued.stream().map(CredentialIssuedV1::credentialId).toList();
    if (due.addHoldersOf(parts)) {
      stacks.follow(issued.stream().map(CredentialIssuedV1::learnerRef).toList());
      due.addHoldersOf(parts);
    }
  }

  /**
   * Who is to be evaluated after which of them. The first that fulfils a rule decides what a
   * stack's parts are, so that at each only those before it are known.
   */
  private SortedMap<OnPathway, List<Predicate<UUID>>> concerned(
      List<CredentialIssuedV1> issued, Map<String, String> held, Set<UUID> heardOf) {
    Map<UUID, Set<UUID>> pathwaysOf =
        pathways.concernedBy(
            issued.stream()
                .filter(CredentialIssuedHandler::mayStack)
                .map(CredentialIssuedV1::definitionId)
                .collect(Collectors.toSet()));
    Map<UUID, Integer> places = new HashMap<>();
    var concerned = new TreeMap<OnPathway, List<Predicate<UUID>>>();
    for (CredentialIssuedV1 each : issued) {
      int place = places.size();
      places.put(each.credentialId(), place);
      if (mayStack(each)) {
        Predicate<UUID> moment =
            credential ->
                !heardOf.contains(credential) || places.getOrDefault(credential, 0) <= place;
        String learner = held.getOrDefault(each.learnerRef(), each.learnerRef());
        for (UUID pathway : pathwaysOf.getOrDefault(each.definitionId(), Set.of())) {
          concerned
              .computeIfAbsent(new OnPathway(pathway, learner), _ -> new ArrayList<>())
              .add(moment);
        }
      }
    }
    return concerned;
  }

  private static boolean mayStack(CredentialIssuedV1 issued) {
    return Definitions.stacks(issued.kind(), issued.certificationLevel());
  }
}
