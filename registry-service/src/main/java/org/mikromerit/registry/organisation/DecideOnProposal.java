package org.mikromerit.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.audit.Audit;

/** A second registrar takes the decision that the first prepared, or returns it. */
@ApplicationScoped
public class DecideOnProposal {
  private final Organisations organisations;
  private final Applications applications;
  private final Proposals proposals;
  private final ChangeState changeState;
  private final Audit audit;
  private final InstantSource clock;

  DecideOnProposal(
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
   * Takes the prepared decision.
   *
   * @param verdict said again, so that nobody confirms what they did not read
   * @param reason published in place of the proposal's, if given
   */
  @Transactional
  public Outcome decide(UUID id, Verdict verdict, @Nullable String reason, Registrar by) {
    return second(
        id, by, (organisation, proposal) -> decide(organisation, proposal, verdict, reason, by));
  }

  /** Disagrees: the organisation stays as it is, and waits for another proposal. */
  @Transactional
  public Outcome giveBack(UUID id, Registrar by) {
    return second(id, by, (organisation, proposal) -> giveBack(organisation, proposal, by));
  }

  private Outcome second(
      UUID id, Registrar by, BiFunction<Organisation, Proposal, Outcome> decision) {
    if (by.belongsTo(id)) {
      return new Refused.OwnOrganisation(id);
    }
    Organisation organisation = organisations.locked(id).orElse(null);
    if (organisation == null) {
      return new Refused.NoSuchOrganisation(id);
    }
    Proposal proposal = proposals.open(id).orElse(null);
    if (proposal == null) {
      return new Refused.NothingProposed(id);
    }
    if (proposal.preparedBy().equals(by.subject()) || applications.wasFiledBy(id, by.subject())) {
      return new Refused.SecondPersonNeeded(id);
    }
    return decision.apply(organisation, proposal);
  }

  private Outcome decide(
      Organisation organisation,
      Proposal proposal,
      Verdict verdict,
      @Nullable String reason,
      Registrar by) {
    if (verdict != proposal.verdict()) {
      return new Refused.AnotherProposed(proposal.verdict());
    }
    // A suspension may have come between.
    if (!verdict.concerns(organisation.state())) {
      return new Refused.WrongState(organisation.state(), verdict.next());
    }
    proposals.decided(proposal, by.subject(), clock.instant());
    audit.record(
        "organisation.decided",
        "organisation",
        organisation.id(),
        Map.of("verdict", verdict, "proposal", proposal.number()));
    return new Outcome.Accepted(
        changeState.to(verdict.next(), organisation, reason == null ? proposal.reason() : reason));
  }

  private Outcome giveBack(Organisation organisation, Proposal proposal, Registrar by) {
    proposals.returned(proposal, by.subject(), clock.instant());
    audit.record(
        "organisation.decision-returned",
        "organisation",
        organisation.id(),
        Map.of("verdict", proposal.verdict(), "proposal", proposal.number()));
    return new Outcome.Accepted(organisation);
  }
}
