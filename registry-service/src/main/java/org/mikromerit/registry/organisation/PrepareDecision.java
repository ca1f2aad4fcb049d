package org.mikromerit.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.kit.audit.Audit;

/** A registrar looks into an organisation and proposes what another is to decide. */
@ApplicationScoped
public class PrepareDecision {
  private final Organisations organisations;
  private final Applications applications;
  private final Proposals proposals;
  private final ChangeState changeState;
  private final Audit audit;
  private final InstantSource clock;

  PrepareDecision(
      Organisations organisations,
      Applications applications,
      Proposals proposals,
      ChangeState changeState,
      Audit audit,
      InstantSource clock) {
    this.organisations = organisations;
    this.applications = applications;
    this.proposals = proposals;
    this.changeState = changeState;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Prepares a decision in place of one that is open; an application is thereby in review.
   *
   * @param reason to be published with the decision
   */
  @Transactional
  public Preparation prepare(UUID id, Verdict verdict, String reason, Registrar by) {
    if (by.belongsTo(id)) {
      return new Refused.OwnOrganisation(id);
    }
    return organisations
        .locked(id)
        .map(organisation -> prepare(organisation, verdict, reason, by))
        .orElseGet(() -> new Refused.NoSuchOrganisation(id));
  }

  private Preparation prepare(
      Organisation organisation, Verdict verdict, String reason, Registrar by) {
    if (!verdict.concerns(organisation.state())) {
      return new Refused.WrongState(organisation.state(), verdict.next());
    }
    if (applications.wasFiledBy(organisation.id(), by.subject())) {
      return new Refused.SecondPersonNeeded(organisation.id());
    }
    Instant now = clock.instant();
    Proposal proposal = proposals.add(organisation.id(), verdict, reason, by.subject(), now);
    audit.record(
        "organisation.decision-prepared",
        "organisation",
        organisation.id(),
        Map.of("verdict", verdict, "proposal", proposal.number()));
    return new Preparation.Prepared(reviewed(organisation), proposal);
  }

  private Organisation reviewed(Organisation organisation) {
    return organisation.state() == OrganisationState.APPLIED
        ? changeState.to(OrganisationState.IN_REVIEW, organisation, null)
        : organisation;
  }
}
