package org.mikromerit.issuer.award.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.issuer.award.AwardRule;
import org.mikromerit.issuer.award.AwardRules;

@ApplicationScoped
class SqlAwardRules implements AwardRules {
  private static final String RULE =
      "select organisation, pathway, definition, broken_award, updated_at from award_rule ";

  private final Jdbi jdbi;

  SqlAwardRules(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void put(AwardRule rule) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into award_rule (organisation, pathway, definition, broken_award, updated_at)
                    values (:organisation, :pathway, :definition, :brokenAward, :updatedAt)
                    on conflict (organisation, pathway) do update
                       set definition = excluded.definition, broken_award = excluded.broken_award,
                           updated_at = excluded.updated_at
                    """)
                .bind("organisation", rule.organisation())
                .bind("pathway", rule.pathway())
                .bind("definition", rule.definition())
                .bind("brokenAward", rule.brokenAward().name())
                .bind("updatedAt", rule.updatedAt())
                .execute());
  }

  @Override
  public Optional<AwardRule> find(UUID organisation, UUID pathway) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(RULE + "where organisation = :organisation and pathway = :pathway")
                .bind("organisation", organisation)
                .bind("pathway", pathway)
                .map((row, _) -> rule(row))
                .findOne());
  }

  @Override
  public List<AwardRule> list(UUID organisation, UUID after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    RULE
                        + "where organisation = :organisation and pathway > :after order by pathway limit :most")
                .bind("organisation", organisation)
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> rule(row))
                .list());
  }

  private static AwardRule rule(ResultSet row) throws SQLException {
    return new AwardRule(
        row.getObject("organisation", UUID.class),
        row.getObject("pathway", UUID.class),
        row.getObject("definition", UUID.class),
        AwardRule.BrokenAward.valueOf(row.getString("broken_award")),
        row.getTimestamp("updated_at").toInstant());
  }
}
