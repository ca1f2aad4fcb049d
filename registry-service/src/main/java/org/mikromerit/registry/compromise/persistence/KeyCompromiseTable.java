package org.mikromerit.registry.compromise.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.kit.chain.RowNotes;
import org.mikromerit.registry.compromise.KeyCompromise;
import org.mikromerit.registry.compromise.KeyCompromise.Extent;
import org.mikromerit.registry.compromise.KeyCompromises;

@ApplicationScoped
class KeyCompromiseTable implements KeyCompromises {
  private static final String TABLE = "key_compromise";
  private static final String REGISTERED =
      """
      from ledger_entry
      where key_id = :key and registered_at < :since and position <= :last
      """;

  private final Jdbi jdbi;
  private final RowNotes notes;

  KeyCompromiseTable(Jdbi jdbi, RowNotes notes) {
    this.jdbi = jdbi;
    this.notes = notes;
  }

  @Override
  public boolean keep(UUID key, UUID organisation, VerificationMethodId method, Instant since) {
    notes.changing(TABLE, key);
    boolean kept =
        jdbi.withHandle(
            sql ->
                sql.createUpdate(
                            """
                        insert into key_compromise as known (key_id, organisation, verification_method, since, version)
                        values (:key, :organisation, :method, :since, 1)
                        on conflict (key_id) do update set
                          since = excluded.since, version = known.version + 1,
                          last_position = null, parts = null, announced = 0
                        where excluded.since < known.since
                        """)
                        .bind("key", key)
                        .bind("organisation", organisation)
                        .bind("method", method.url())
                        .bind("since", since)
                        .execute()
                    == 1);
    if (kept) {
      notes.changed(TABLE, key);
    }
    return kept;
  }

  @Override
  public Optional<KeyCompromise> lockNext(Instant now) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select * from key_compromise
                    where since < :now and (parts is null or announced < parts)
                    order by key_id limit 1 for update skip locked
                    """)
                .bind("now", now)
                .map((row, _) -> compromise(row))
                .findOne());
  }

  @Override
  public Extent fixExtent(KeyCompromise compromise, int perPart) {
    notes.changing(TABLE, compromise.key());
    return jdbi.withHandle(
        sql -> {
          long last =
              sql.createQuery("select coalesce(max(position), 0) from ledger_entry")
                  .mapTo(Long.class)
                  .one();
          long registered =
              sql.createQuery("select count(*) " + REGISTERED)
                  .bind("key", compromise.key())
                  .bind("since", compromise.since())
                  .bind("last", last)
                  .mapTo(Long.class)
                  .one();
          var extent =
              new Extent(last, Math.toIntExact(Math.max(1, Math.ceilDiv(registered, perPart))));
          sql.createUpdate(
                  "update key_compromise set last_position = :last, parts = :parts where key_id = :key")
              .bind("last", extent.lastPosition())
              .bind("parts", extent.parts())
              .bind("key", compromise.key())
              .execute();
          notes.changed(TABLE, compromise.key());
          return extent;
        });
  }

  @Override
  public void announced(KeyCompromise compromise) {
    notes.changing(TABLE, compromise.key());
    jdbi.useHandle(
        sql ->
            sql.createUpdate("update key_compromise set announced = :announced where key_id = :key")
                .bind("announced", compromise.announced() + 1)
                .bind("key", compromise.key())
                .execute());
    notes.changed(TABLE, compromise.key());
  }

  @Override
  public List<Registered> registered(
      KeyCompromise compromise, Extent extent, int part, int perPart) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select credential, digest "
                        + REGISTERED
                        + "order by position offset :offset limit :limit")
                .bind("key", compromise.key())
                .bind("since", compromise.since())
                .bind("last", extent.lastPosition())
                .bind("offset", (long) part * perPart)
                .bind("limit", perPart)
                .map(
                    (row, _) ->
                        new Registered(
                            row.getObject("credential", UUID.class), row.getString("digest")))
                .list());
  }

  @Override
  public Optional<KeyCompromise> find(UUID key) {
    return one("where key_id = :key", key);
  }

  @Override
  public Optional<KeyCompromise> next(UUID after) {
    return one("where key_id > :key and announced > 0 order by key_id limit 1", after);
  }

  private Optional<KeyCompromise> one(String which, UUID key) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select * from key_compromise " + which + " for share")
                .bind("key", key)
                .map((row, _) -> compromise(row))
                .findOne());
  }

  private static KeyCompromise compromise(ResultSet row) throws SQLException {
    Long last = row.getObject("last_position", Long.class);
    return new KeyCompromise(
        row.getObject("key_id", UUID.class),
        row.getObject("organisation", UUID.class),
        VerificationMethodId.parse(row.getString("verification_method")).orElseThrow(),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getInt("version"),
        last == null ? Optional.empty() : Optional.of(new Extent(last, row.getInt("parts"))),
        row.getInt("announced"));
  }
}
