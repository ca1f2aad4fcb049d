package org.mikromerit.issuer.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.issuer.definition.rules.Finding;
import org.mikromerit.issuer.organisation.Organisation;
import org.mikromerit.issuer.organisation.Organisations;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.outbox.Outbox;

/** A creator publishes a definition: from then on this version can be issued and never changes. */
@ApplicationScoped
public class PublishDefinition {
  private final Definitions definitions;
  private final Organisations organisations;
  private final Objections objections;
  private final Outbox outbox;
  private final Audit audit;
  private final InstantSource clock;

  PublishDefinition(
      Definitions definitions,
      Organisations organisations,
      Objections objections,
      Outbox outbox,
      Audit audit,
      InstantSource clock) {
    this.definitions = definitions;
    this.organisations = organisations;
    this.objections = objections;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {}

  /** It is published; also where this very draft had been published before. */
  public record Published(PublishedDefinition version) implements Outcome {}

  /** It is not. */
  public sealed interface Refused extends Outcome {

    /** There is none, or it is another's. */
    record NoSuchDefinition() implements Refused {}

    /**
     * The registry has said nothing about this organisation, so that no governance model is known.
     */
    record OrganisationUnknown() implements Refused {}

    /** It does not satisfy the rules. */
    record Incomplete(List<Finding> findings) implements Refused {}
  }

  /** Publishes the draft as the next version. */
  @Transactional
  public Outcome publish(UUID organisation, UUID id) {
    Optional<Organisation> known = organisations.find(organisation);
    Optional<Definition> found = definitions.lock(organisation, id);
    if (found.isEmpty()) {
      return new Refused.NoSuchDefinition();
    }
    if (known.isEmpty()) {
      return new Refused.OrganisationUnknown();
    }
    Optional<PublishedDefinition> newest = definitions.newestVersion(organisation, id);
    if (newest.isPresent() && newest.get().content().equals(found.get().draft())) {
      return new Published(newest.get());
    }
    return judge(found.get(), known.get());
  }

  private Outcome judge(Definition definition, Organisation organisation) {
    var version =
        new PublishedDefinition(
            definition.id(),
            definition.newestVersion() + 1,
            definition.organisation(),
            definition.draft(),
            organisation.governance(),
            clock.instant());
    List<Finding> findings = objections.to(version, organisation).objections();
    if (!findings.isEmpty()) {
      return new Refused.Incomplete(findings);
    }
    definitions.publish(version);
    outbox.announce(DefinitionAnnouncement.of(version), 1);
    audit.record(
        "definition.published", "definition", version.id(), Map.of("version", version.version()));
    return new Published(version);
  }
}
