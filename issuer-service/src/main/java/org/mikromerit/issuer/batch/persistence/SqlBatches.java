package org.mikromerit.issuer.batch.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.batch.Batch;
import org.mikromerit.issuer.batch.BatchState;
import org.mikromerit.issuer.batch.Batches;
import org.mikromerit.issuer.batch.Decided;
import org.mikromerit.issuer.batch.RowReport;
import org.mikromerit.issuer.batch.RowState;
import org.mikromerit.kit.sql.Columns;

@ApplicationScoped
class SqlBatches implements Batches {
  private static final TypeReference<List<RowReport.Problem>> PROBLEMS = new TypeReference<>() {};

  private final Jdbi jdbi;
  private final ObjectMapper json;

  SqlBatches(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  @Override
  public void add(Batch batch) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into batch (id, organisation, actor, dry_run, state, wrapped_key, received_at, updated_at, next_try)
                    values (:id, :organisation, :actor, :dryRun, :state, :key, :at, :at, :at)
                    """)
                .bind("id", batch.id())
                .bind("organisation", batch.organisation())
                .bind("actor", batch.actor())
                .bind("dryRun", batch.dryRun())
                .bind("state", batch.state().name())
                .bind("key", batch.wrappedKey())
                .bind("at", batch.receivedAt())
                .execute());
  }

  @Override
  public void addRows(UUID batch, List<Row> rows, Instant now) {
    if (rows.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        sql -> {
          var inserts =
              sql.prepareBatch(
                  """
                  insert into batch_row (batch, number, line, content, state)
                  values (:batch, :number, :line, :content, 'WAITING')
                  """);
          for (Row row : rows) {
            inserts
                .bind("batch", batch)
                .bind("number", row.number())
                .bind("line", row.line())
                .bind("content", row.content())
                .add();
          }
          inserts.execute();
          sql.createUpdate("update batch set updated_at = :now where id = :batch")
              .bind("now", now)
              .bind("batch", batch)
              .execute();
        });
  }

  @Override
  public void arrived(UUID batch, int rows, Instant now) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update batch set state = 'RECEIVED', rows = :rows, updated_at = :now, next_try = :now
                     where id = :batch and state = 'RECEIVING'
                    """)
                .bind("rows", rows)
                .bind("now", now)
                .bind("batch", batch)
                .execute());
  }

  @Override
  public void forget(UUID batch) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate("delete from batch where id = :batch and state = 'RECEIVING'")
                .bind("batch", batch)
                .execute());
  }

  @Override
  public int unended(UUID organisation) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select count(*) from batch where organisation = :organisation and wrapped_key is not null")
                .bind("organisation", organisation)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public Optional<Batch> find(UUID organisation, UUID id) {
    return one(
        """
        select * from batch where id = :id and organisation = :organisation and state <> 'RECEIVING'
        """,
        organisation,
        id);
  }

  @Override
  public Optional<Batch> lock(UUID organisation, UUID id) {
    return one(
        """
        select * from batch where id = :id and organisation = :organisation and state <> 'RECEIVING'
           for update
        """,
        organisation,
        id);
  }

  private Optional<Batch> one(String select, UUID organisation, UUID id) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(select)
                .bind("organisation", organisation)
                .bind("id", id)
                .map((row, _) -> batch(row))
                .findOne());
  }

  @Override
  public List<Batch> list(UUID organisation, boolean newestFirst, UUID beyond, int most) {
    String part =
        newestFirst
            ? "and id < :beyond order by id desc limit :most"
            : "and id > :beyond order by id limit :most";
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select * from batch where organisation = :organisation and state <> 'RECEIVING' "
                        + part)
                .bind("organisation", organisation)
                .bind("beyond", beyond)
                .bind("most", most)
                .map((row, _) -> batch(row))
                .list());
  }

  @Override
  public List<UnderWay> underWay(UUID after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select batch.id, organisation.name, dry_run, batch.state, rows, done, received_at, updated_at
                      from batch left join organisation on organisation.id = batch.organisation
                     where wrapped_key is not null and batch.state <> 'RECEIVING' and batch.id > :after
                     order by batch.id limit :most
                    """)
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> underWay(row))
                .list());
  }

  private static UnderWay underWay(ResultSet row) throws SQLException {
    return new UnderWay(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getBoolean("dry_run"),
        BatchState.valueOf(row.getString("state")),
        row.getInt("rows"),
        row.getInt("done"),
        row.getTimestamp("received_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  @Override
  public List<RowReport> reports(UUID batch, @Nullable RowState state, int after, int most) {
    return jdbi.withHandle(
        sql -> {
          Query query =
              state == null
                  ? sql.createQuery(
                      """
                      select number, line, state, credential, problems from batch_row
                       where batch = :batch and number > :after order by number limit :most
                      """)
                  : sql.createQuery(
                          """
                          select number, line, state, credential, problems from batch_row
                           where batch = :batch and state = :state and number > :after
                           order by number limit :most
                          """)
                      .bind("state", state.name());
          return query
              .bind("batch", batch)
              .bind("after", after)
              .bind("most", most)
              .map((row, _) -> report(row))
              .list();
        });
  }

  @Override
  public List<Candidate> candidates(Instant now, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select id, organisation, dry_run, rows - done as remaining from batch
                     where state in ('RECEIVED', 'RUNNING') and next_try <= :now
                     order by updated_at limit :most
                    """)
                .bind("now", now)
                .bind("most", most)
                .map(
                    (row, _) ->
                        new Candidate(
                            row.getObject("id", UUID.class),
                            row.getObject("organisation", UUID.class),
                            row.getBoolean("dry_run"),
                            row.getInt("remaining")))
                .list());
  }

  @Override
  public Optional<Batch> lockUnlessTaken(UUID id) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select * from batch where id = :id and state in ('RECEIVED', 'RUNNING')
                       for update skip locked
                    """)
                .bind("id", id)
                .map((row, _) -> batch(row))
                .findOne());
  }

  @Override
  public List<Row> rows(UUID batch, int after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select number, line, content from batch_row
                     where batch = :batch and number > :after order by number limit :most
                    """)
                .bind("batch", batch)
                .bind("after", after)
                .bind("most", most)
                .map(
                    (row, _) ->
                        new Row(row.getInt("number"), row.getInt("line"), row.getBytes("content")))
                .list());
  }

  @Override
  public Set<UUID> taken(UUID batch, Collection<UUID> occasions) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select occasion from batch_row where batch = :batch and occasion = any(:occasions)")
                .bind("batch", batch)
                .bindArray("occasions", UUID.class, occasions.toArray())
                .mapTo(UUID.class)
                .set());
  }

  @Override
  public void decide(Batch batch, List<Decided> rows, Instant now) {
    jdbi.useHandle(
        sql -> {
          report(sql, batch.id(), rows);
          count(sql, batch.id(), rows, now);
        });
  }

  private void report(Handle sql, UUID batch, List<Decided> rows) {
    var each = Columns.of(rows);
    sql.createUpdate(
            """
            update batch_row
               set state = decided.state, content = null, occasion = decided.occasion,
                   credential = decided.credential, problems = cast(decided.problems as jsonb)
              from unnest(:numbers, :states, :occasions, :credentials, :problems)
                as decided (number, state, occasion, credential, problems)
             where batch = :batch and batch_row.number = decided.number
            """)
        .bind("batch", batch)
        .bind("numbers", each.numbers(row -> (long) row.number()))
        .bind("states", each.texts(row -> row.state().name()))
        .bind("occasions", each.uuids(Decided::occasion))
        .bind("credentials", each.uuids(Decided::credential))
        .bind("problems", each.texts(row -> row.problems().isEmpty() ? null : text(row.problems())))
        .execute();
  }

  private static void count(Handle sql, UUID batch, List<Decided> rows, Instant now) {
    sql.createUpdate(
            """
            update batch
               set state = 'RUNNING', done = done + :done, issued = issued + :issued,
                   issuable = issuable + :issuable, skipped = skipped + :skipped,
                   refused = refused + :refused, updated_at = :now
             where id = :batch
            """)
        .bind("done", rows.size())
        .bind("issued", count(rows, RowState.ISSUED))
        .bind("issuable", count(rows, RowState.ISSUABLE))
        .bind("skipped", count(rows, RowState.SKIPPED))
        .bind("refused", count(rows, RowState.REFUSED))
        .bind("now", now)
        .bind("batch", batch)
        .execute();
  }

  private static long count(List<Decided> rows, RowState state) {
    return rows.stream().filter(row -> row.state() == state).count();
  }

  @Override
  public void change(UUID batch, BatchState state, Instant now) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    "update batch set state = :state, updated_at = :now, next_try = :now where id = :batch")
                .bind("state", state.name())
                .bind("now", now)
                .bind("batch", batch)
                .execute());
  }

  @Override
  public void end(UUID batch, BatchState state, Instant now) {
    jdbi.useHandle(
        sql -> {
          sql.createUpdate(
                  """
                  update batch
                     set state = :state, wrapped_key = null, updated_at = :now, finished_at = :now
                   where id = :batch
                  """)
              .bind("state", state.name())
              .bind("now", now)
              .bind("batch", batch)
              .execute();
          sql.createUpdate(
                  """
                  update batch_row set state = 'CANCELLED', content = null
                   where batch = :batch and state = 'WAITING'
                  """)
              .bind("batch", batch)
              .execute();
        });
  }

  @Override
  public void postpone(UUID batch, Instant nextTry) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate("update batch set next_try = :nextTry where id = :batch")
                .bind("nextTry", nextTry)
                .bind("batch", batch)
                .execute());
  }

  @Override
  public List<Batch> idleSince(Instant before, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select * from batch
                     where wrapped_key is not null and state <> 'RECEIVING' and updated_at < :before
                     order by updated_at limit :most
                    """)
                .bind("before", before)
                .bind("most", most)
                .map((row, _) -> batch(row))
                .list());
  }

  @Override
  public int forgetOld(Instant arrivingBefore, Instant endedBefore) {
    return jdbi.withHandle(
        sql ->
            sql.createUpdate(
                    """
                    delete from batch where id in (
                      select id from batch
                       where state = 'RECEIVING' and updated_at < :arrivingBefore or finished_at < :endedBefore
                       limit 10)
                    """)
                .bind("arrivingBefore", arrivingBefore)
                .bind("endedBefore", endedBefore)
                .execute());
  }

  private static Batch batch(ResultSet row) throws SQLException {
    return new Batch(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getString("actor"),
        row.getBoolean("dry_run"),
        BatchState.valueOf(row.getString("state")),
        row.getBytes("wrapped_key"),
        row.getInt("rows"),
        row.getInt("done"),
        new Batch.Counts(
            row.getInt("issued"),
            row.getInt("issuable"),
            row.getInt("skipped"),
            row.getInt("refused")),
        row.getTimestamp("received_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        instant(row.getTimestamp("finished_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private RowReport report(ResultSet row) throws SQLException {
    return new RowReport(
        row.getInt("number"),
        row.getInt("line"),
        RowState.valueOf(row.getString("state")),
        row.getObject("credential", UUID.class),
        problems(row.getString("problems")));
  }

  private List<RowReport.Problem> problems(@Nullable String text) {
    try {
      return text == null ? List.of() : json.readValue(text, PROBLEMS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A report that was written can be read", e);
    }
  }

  private String text(List<RowReport.Problem> problems) {
    try {
      return json.writeValueAsString(problems);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A report is made of plain values", e);
    }
  }
}
