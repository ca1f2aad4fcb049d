package org.mikromerit.issuer.right.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.issuingright.IssuingRightState;
import org.mikromerit.issuer.definition.Draft.Text;
import org.mikromerit.issuer.right.IssuingRight;
import org.mikromerit.issuer.right.IssuingRights;
import org.mikromerit.issuer.right.NamedRight;
import org.mikromerit.issuer.right.Terms;

@ApplicationScoped
class SqlIssuingRights implements IssuingRights {
  private static final String TERMS =
      "sequence, state, decided_at, versions, valid_from, valid_until, reason";
  private static final String RIGHT =
      "select id, definition, creator, holder, granted_at, " + TERMS + " from issuing_right ";

  private static final String NAMED =
      """
      select r.id, r.definition, r.creator, r.holder, r.granted_at, r.sequence, r.state, r.decided_at,
             r.versions, r.valid_from, r.valid_until, r.reason, v.content is not null as published,
             v.content #>> '{title,sv}' as sv, v.content #>> '{title,en}' as en,
             c.name as creator_name, h.name as holder_name
        from issuing_right r
        join definition d on d.id = r.definition
        left join definition_version v on v.definition = d.id and v.version = d.newest_version
        left join organisation c on c.id = r.creator
        left join organisation h on h.id = r.holder
      """;
  private static final RowMapper<NamedRight> ROW = (row, _) -> named(row);

  private final Jdbi jdbi;

  SqlIssuingRights(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(IssuingRight right) {
    jdbi.useHandle(
        sql -> {
          terms(
                  sql.createUpdate(
                      """
                      insert into issuing_right (id, definition, creator, holder, granted_at, sequence, state,
                                                 decided_at, versions, valid_from, valid_until, reason)
                      values (:id, :definition, :creator, :holder, :grantedAt, :sequence, :state,
                              :decidedAt, :versions, :validFrom, cast(:validUntil as timestamptz), :reason)
                      """),
                  right)
              .bind("definition", right.definition())
              .bind("creator", right.creator())
              .bind("holder", right.holder())
              .bind("grantedAt", right.grantedAt())
              .execute();
          remember(sql, right);
        });
  }

  @Override
  public void change(IssuingRight right) {
    jdbi.useHandle(
        sql -> {
          terms(
                  sql.createUpdate(
                      """
                      update issuing_right
                         set sequence = :sequence, state = :state, decided_at = :decidedAt, versions = :versions,
                             valid_from = :validFrom, valid_until = cast(:validUntil as timestamptz), reason = :reason
                       where id = :id
                      """),
                  right)
              .execute();
          remember(sql, right);
        });
  }

  private static void remember(Handle sql, IssuingRight right) {
    terms(
            sql.createUpdate(
                """
                insert into issuing_right_terms (issuing_right, sequence, state, decided_at, versions, valid_from,
                                                 valid_until, reason)
                values (:id, :sequence, :state, :decidedAt, :versions, :validFrom,
                        cast(:validUntil as timestamptz), :reason)
                """),
            right)
        .execute();
  }

  private static <S extends SqlStatement<S>> S terms(S statement, IssuingRight right) {
    Terms terms = right.terms();
    return statement
        .bind("id", right.id())
        .bind("sequence", right.sequence())
        .bind("state", terms.state().name())
        .bind("decidedAt", terms.decidedAt())
        .bind("versions", terms.versions().toArray(Integer[]::new))
        .bind("validFrom", terms.validFrom())
        .bind("validUntil", terms.validUntil())
        .bind("reason", terms.reason());
  }

  @Override
  public Optional<IssuingRight> lock(UUID creator, UUID definition, UUID right) {
    return find(creator, definition, right, " for update");
  }

  @Override
  public Optional<IssuingRight> find(UUID creator, UUID definition, UUID right) {
    return find(creator, definition, right, "");
  }

  private Optional<IssuingRight> find(UUID creator, UUID definition, UUID right, String lock) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    RIGHT
                        + "where creator = :creator and definition = :definition and id = :id"
                        + lock)
                .bind("creator", creator)
                .bind("definition", definition)
                .bind("id", right)
                .map((row, _) -> right(row))
                .findOne());
  }

  @Override
  public Optional<IssuingRight> hold(UUID holder, UUID definition, int version, Instant moment) {
    // The row that was waited for is judged again as it is then, so a withdrawal is never missed.
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    RIGHT
                        + """
                        where holder = :holder and definition = :definition and state = 'GRANTED'
                          and (cardinality(versions) = 0 or :version = any (versions))
                          and valid_from <= :moment and (valid_until is null or valid_until > :moment)
                        order by id limit 1 for share
                        """)
                .bind("holder", holder)
                .bind("definition", definition)
                .bind("version", version)
                .bind("moment", moment)
                .map((row, _) -> right(row))
                .findOne());
  }

  @Override
  public List<IssuingRight> everGranted(UUID holder, UUID definition) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    RIGHT + "where holder = :holder and definition = :definition order by id desc")
                .bind("holder", holder)
                .bind("definition", definition)
                .map((row, _) -> right(row))
                .list());
  }

  @Override
  public NamedRight named(UUID right) {
    return jdbi.withHandle(
        sql -> sql.createQuery(NAMED + "where r.id = :id").bind("id", right).map(ROW).one());
  }

  @Override
  public List<NamedRight> granted(UUID creator, UUID definition, UUID after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    NAMED
                        + """
                        where r.creator = :creator and r.definition = :definition and r.id > :after
                        order by r.id limit :most
                        """)
                .bind("creator", creator)
                .bind("definition", definition)
                .bind("after", after)
                .bind("most", most)
                .map(ROW)
                .list());
  }

  @Override
  public List<NamedRight> grantedBy(UUID creator, UUID after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    NAMED
                        + "where r.creator = :creator and r.id > :after order by r.id limit :most")
                .bind("creator", creator)
                .bind("after", after)
                .bind("most", most)
                .map(ROW)
                .list());
  }

  @Override
  public List<NamedRight> held(UUID holder, UUID after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    NAMED + "where r.holder = :holder and r.id > :after order by r.id limit :most")
                .bind("holder", holder)
                .bind("after", after)
                .bind("most", most)
                .map(ROW)
                .list());
  }

  @Override
  public List<IssuingRight> lockedAfter(UUID after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(RIGHT + "where id > :after order by id limit :most for share")
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> right(row))
                .list());
  }

  @Override
  public List<Terms> history(UUID right) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select "
                        + TERMS
                        + " from issuing_right_terms where issuing_right = :right order by sequence")
                .bind("right", right)
                .map((row, _) -> terms(row))
                .list());
  }

  @Override
  public Optional<Instant> lastIssue(UUID right) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select issued_at from credential where issuing_right = :right
                    order by issued_at desc limit 1
                    """)
                .bind("right", right)
                .map((row, _) -> row.getTimestamp("issued_at").toInstant())
                .findOne());
  }

  private static NamedRight named(ResultSet row) throws SQLException {
    return new NamedRight(
        right(row),
        row.getBoolean("published") ? new Text(row.getString("sv"), row.getString("en")) : null,
        row.getString("creator_name"),
        row.getString("holder_name"));
  }

  private static IssuingRight right(ResultSet row) throws SQLException {
    return new IssuingRight(
        row.getObject("id", UUID.class),
        row.getObject("definition", UUID.class),
        row.getObject("creator", UUID.class),
        row.getObject("holder", UUID.class),
        row.getTimestamp("granted_at").toInstant(),
        terms(row),
        row.getLong("sequence"));
  }

  private static Terms terms(ResultSet row) throws SQLException {
    return new Terms(
        IssuingRightState.valueOf(row.getString("state")),
        row.getTimestamp("decided_at").toInstant(),
        List.of((Integer[]) row.getArray("versions").getArray()),
        row.getTimestamp("valid_from").toInstant(),
        instant(row, "valid_until"),
        row.getString("reason"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
