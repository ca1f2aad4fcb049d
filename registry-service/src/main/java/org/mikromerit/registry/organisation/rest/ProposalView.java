package org.mikromerit.registry.organisation.rest;

import java.time.Instant;
import java.util.UUID;
import org.mikromerit.registry.organisation.Proposal;
import org.mikromerit.registry.organisation.Verdict;

/**
 * A prepared decision, as registrars see it.
 *
 * @param name of the organisation
 * @param yours whether whoever reads it prepared it, and so cannot take it
 */
record ProposalView(
    UUID organisation,
    String name,
    Verdict proposal,
    String reason,
    Instant preparedAt,
    boolean yours) {

  static ProposalView of(Proposal proposal, String name, String reader) {
    return new ProposalView(
        proposal.organisation(),
        name,
        proposal.verdict(),
        proposal.reason(),
        proposal.preparedAt(),
        proposal.preparedBy().equals(reader));
  }
}
