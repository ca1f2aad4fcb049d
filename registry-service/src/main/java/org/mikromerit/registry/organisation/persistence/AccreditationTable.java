package org.mikromerit.registry.organisation.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.registry.organisation.Accreditation;
import org.mikromerit.registry.organisation.Accreditation.Terms;
import org.mikromerit.registry.organisation.Accreditation.Withdrawal;
import org.mikromerit.registry.organisation.Accreditations;

@ApplicationScoped
class AccreditationTable implements Accreditations {
  private static final String WITH_WITHDRAWAL =
      """
      select a.*, w.withdrawn_at, w.reason
      from accreditation a left join accreditation_withdrawal w on w.accreditation = a.id
      where\s""";

  private final Jdbi jdbi;

  AccreditationTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Accreditation accreditation) {
    Terms terms = accreditation.terms();
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into accreditation (id, organisation, scheme, body, scope, reference, valid_from, valid_until)
                    values (:id, :organisation, :scheme, :body, :scope, :reference, :validFrom, :validUntil)
                    """)
                .bind("id", accreditation.id())
                .bind("organisation", accreditation.organisation())
                .bind("scheme", terms.scheme())
                .bind("body", terms.body())
                .bind("scope", terms.scope())
                .bind("reference", terms.reference())
                .bind("validFrom", terms.validFrom())
                .bind("validUntil", terms.validUntil())
                .execute());
  }

  @Override
  public void withdraw(Accreditation withdrawn) {
    Withdrawal withdrawal = Objects.requireNonNull(withdrawn.withdrawal());
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into accreditation_withdrawal (accreditation, reason, withdrawn_at)
                    values (:accreditation, :reason, :at)
                    """)
                .bind("accreditation", withdrawn.id())
                .bind("reason", withdrawal.reason())
                .bind("at", withdrawal.at())
                .execute());
  }

  @Override
  public Optional<Accreditation> find(UUID organisation, UUID id) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(WITH_WITHDRAWAL + "a.organisation = :organisation and a.id = :id")
                .bind("organisation", organisation)
                .bind("id", id)
                .map((row, _) -> accreditation(row))
                .findOne());
  }

  @Override
  public List<Accreditation> of(Collection<UUID> organisations) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(WITH_WITHDRAWAL + "a.organisation = any(:organisations) order by a.id")
                .bindArray("organisations", UUID.class, organisations.toArray())
                .map((row, _) -> accreditation(row))
                .list());
  }

  @Override
  public List<Accreditation> of(UUID organisation, UUID after, int atMost) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    WITH_WITHDRAWAL
                        + "a.organisation = :organisation and a.id > :after order by a.id limit :atMost")
                .bind("organisation", organisation)
                .bind("after", after)
                .bind("atMost", atMost)
                .map((row, _) -> accreditation(row))
                .list());
  }

  private static Accreditation accreditation(ResultSet row) throws SQLException {
    Instant withdrawnAt = instant(row, "withdrawn_at");
    return new Accreditation(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        new Terms(
            row.getString("scheme"),
            row.getString("body"),
            row.getString("scope"),
            row.getString("reference"),
            Objects.requireNonNull(instant(row, "valid_from")),
            instant(row, "valid_until")),
        withdrawnAt == null ? null : new Withdrawal(withdrawnAt, row.getString("reason")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
