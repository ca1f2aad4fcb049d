package org.mikromerit.issuer.definition;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.issuer.organisation.Organisation;
import org.mikromerit.issuer.organisation.Organisations;
import org.mikromerit.kit.identity.Ids;

/** A creator asks what publishing a draft would be refused for; nothing is kept of it. */
@ApplicationScoped
public class CheckDefinition {
  private final Organisations organisations;
  private final Objections objections;
  private final Ids ids;
  private final InstantSource clock;

  CheckDefinition(
      Organisations organisations, Objections objections, Ids ids, InstantSource clock) {
    this.organisations = organisations;
    this.objections = objections;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What does not hold, no objection if it can be published; empty where the registry has said
   * nothing about the organisation, so that no governance model is known.
   */
  public Optional<Judgement> check(UUID organisation, Draft draft) {
    DraftBounds.check(draft);
    return organisations
        .find(organisation)
        .map(known -> objections.to(version(known, draft), known));
  }

  private PublishedDefinition version(Organisation by, Draft draft) {
    return new PublishedDefinition(ids.next(), 1, by.id(), draft, by.governance(), clock.instant());
  }
}
