package org.mikromerit.registry.organisation.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.registry.organisation.Proposal;
import org.mikromerit.registry.organisation.Proposals;
import org.mikromerit.registry.organisation.Verdict;

@ApplicationScoped
class ProposalTable implements Proposals {
  private static final String OPEN =
      """
      select p.* from proposal p
      where not exists (select from proposal newer where newer.organisation = p.organisation and newer.number > p.number)
        and not exists (select from proposal_closing c where c.organisation = p.organisation and c.number = p.number)
      """;

  private final Jdbi jdbi;

  ProposalTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Proposal add(UUID organisation, Verdict verdict, String reason, String by, Instant at) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    insert into proposal (organisation, number, verdict, reason, prepared_by, prepared_at)
                    select :organisation, count(*) + 1, :verdict, :reason, :by, :at
                    from proposal where organisation = :organisation
                    returning *
                    """)
                .bind("organisation", organisation)
                .bind("verdict", verdict.name())
                .bind("reason", reason)
                .bind("by", by)
                .bind("at", at)
                .map((row, _) -> proposal(row))
                .one());
  }

  @Override
  public Optional<Proposal> open(UUID organisation) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(OPEN + " and p.organisation = :organisation")
                .bind("organisation", organisation)
                .map((row, _) -> proposal(row))
                .findOne());
  }

  @Override
  public List<Proposal> open(UUID after, int atMost) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    OPEN + " and p.organisation > :after order by p.organisation limit :atMost")
                .bind("after", after)
                .bind("atMost", atMost)
                .map((row, _) -> proposal(row))
                .list());
  }

  @Override
  public void decided(Proposal proposal, String by, Instant at) {
    close(proposal, "DECIDED", by, at);
  }

  @Override
  public void returned(Proposal proposal, String by, Instant at) {
    close(proposal, "RETURNED", by, at);
  }

  private void close(Proposal proposal, String outcome, String by, Instant at) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into proposal_closing (organisation, number, outcome, prepared_by, closed_by, closed_at)
                    values (:organisation, :number, :outcome, :preparedBy, :by, :at)
                    """)
                .bind("organisation", proposal.organisation())
                .bind("number", proposal.number())
                .bind("outcome", outcome)
                .bind("preparedBy", proposal.preparedBy())
                .bind("by", by)
                .bind("at", at)
                .execute());
  }

  private static Proposal proposal(ResultSet row) throws SQLException {
    return new Proposal(
        row.getObject("organisation", UUID.class),
        row.getInt("number"),
        Verdict.valueOf(row.getString("verdict")),
        row.getString("reason"),
        row.getString("prepared_by"),
        row.getObject("prepared_at", OffsetDateTime.class).toInstant());
  }
}
