package org.mikromerit.registry.ledger.persistence;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.sql.Columns;
import org.mikromerit.registry.ledger.CredentialFact;
import org.mikromerit.registry.ledger.CredentialFact.Issued;
import org.mikromerit.registry.ledger.CredentialFact.Revoked;
import org.mikromerit.registry.ledger.CredentialFact.Signed;
import org.mikromerit.registry.ledger.Ledger;
import org.mikromerit.registry.ledger.LedgerEntry;

@ApplicationScoped
class LedgerTable implements Ledger {
  private static final String ISSUED = "ISSUED";
  private static final String SIGNED = "SIGNED";
  private static final String REVOKED = "REVOKED";

  private final Jdbi jdbi;

  LedgerTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<CredentialFact> append(List<CredentialFact> facts, Instant registeredAt) {
    return jdbi.withHandle(
        sql -> {
          // Until the transaction's end, so that entries become visible in the order of their
          // positions: who reads the ledger page by page would else pass over an entry that was
          // committed late.
          sql.execute("select pg_advisory_xact_lock(hashtext('ledger_entry'))");
          return insert(sql, facts, registeredAt) == facts.size() ? facts : held(sql, facts);
        });
  }

  private static int insert(Handle sql, List<CredentialFact> facts, Instant registeredAt) {
    var each = Columns.of(facts.stream().map(Row::of).toList());
    return sql.createUpdate(
            """
            insert into ledger_entry (credential, fact, issuer, occurred_at, registered_at,
                                      key_id, definition, definition_version, digest, reason)
            select credential, fact, issuer, occurred_at, :registeredAt,
                   key_id, definition, definition_version, digest, reason
              from unnest(:credentials, :facts, :issuers, :occurredAts, :keys, :definitions, :versions,
                          :digests, :reasons) with ordinality
                as told (credential, fact, issuer, occurred_at, key_id, definition, definition_version,
                         digest, reason, place)
             order by place
            on conflict (credential, fact) do nothing
            """)
        .bind("registeredAt", registeredAt)
        .bind("credentials", each.uuids(row -> row.fact().credential()))
        .bind("facts", each.texts(row -> name(row.fact())))
        .bind("issuers", each.uuids(row -> row.fact().issuer()))
        .bind("occurredAts", each.times(row -> row.fact().occurredAt()))
        .bind("keys", each.uuids(Row::key))
        .bind("definitions", each.uuids(Row::definition))
        .bind("versions", each.numbers(Row::version))
        .bind("digests", each.texts(Row::digest))
        .bind("reasons", each.texts(Row::reason))
        .execute();
  }

  /** What only some kinds of facts have. */
  private record Row(
      CredentialFact fact,
      @Nullable UUID key,
      @Nullable UUID definition,
      @Nullable Long version,
      @Nullable String digest,
      @Nullable String reason) {

    static Row of(CredentialFact fact) {
      return switch (fact) {
        case Issued issued ->
            new Row(
                issued,
                issued.key(),
                issued.definition(),
                (long) issued.definitionVersion(),
                issued.digest(),
                null);
        case Signed signed -> new Row(signed, signed.key(), null, null, signed.digest(), null);
        case Revoked revoked -> new Row(revoked, null, null, null, null, revoked.reason());
      };
    }
  }

  /** What makes a fact the same. */
  private record Key(UUID credential, String fact) {
    static Key of(CredentialFact fact) {
      return new Key(fact.credential(), name(fact));
    }
  }

  private static List<CredentialFact> held(Handle sql, List<CredentialFact> facts) {
    var each = Columns.of(facts);
    Map<Key, CredentialFact> held =
        sql
            .createQuery(
                """
                select ledger_entry.* from ledger_entry
                  join unnest(:credentials, :facts) as told (credential, fact) using (credential, fact)
                """)
            .bind("credentials", each.uuids(CredentialFact::credential))
            .bind("facts", each.texts(LedgerTable::name))
            .map((row, _) -> fact(row))
            .stream()
            .collect(toMap(Key::of, identity(), (one, _) -> one));
    return facts.stream().map(fact -> requireNonNull(held.get(Key.of(fact)))).toList();
  }

  @Override
  public List<CredentialFact> about(Collection<UUID> credentials) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select * from ledger_entry where credential = any(:credentials) order by position")
                .bindArray("credentials", UUID.class, credentials.toArray())
                .map((row, _) -> fact(row))
                .list());
  }

  @Override
  public List<LedgerEntry> after(long position, Optional<UUID> credential, int atMost) {
    String ofCredential = credential.isPresent() ? " and credential = :credential" : "";
    return jdbi.withHandle(
        sql -> {
          var query =
              sql.createQuery(
                      "select * from ledger_entry where position > :position"
                          + ofCredential
                          + " order by position limit :atMost")
                  .bind("position", position)
                  .bind("atMost", atMost);
          credential.ifPresent(id -> query.bind("credential", id));
          return query.map((row, _) -> entry(row)).list();
        });
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
    return new LedgerEntry(row.getLong("position"), fact(row), instant(row, "registered_at"));
  }

  private static CredentialFact fact(ResultSet row) throws SQLException {
    UUID credential = row.getObject("credential", UUID.class);
    UUID issuer = row.getObject("issuer", UUID.class);
    Instant occurredAt = instant(row, "occurred_at");
    return switch (row.getString("fact")) {
      case ISSUED ->
          new Issued(
              credential,
              issuer,
              row.getObject("key_id", UUID.class),
              row.getObject("definition", UUID.class),
              row.getInt("definition_version"),
              row.getString("digest"),
              occurredAt);
      case SIGNED ->
          new Signed(
              credential,
              issuer,
              row.getObject("key_id", UUID.class),
              row.getString("digest"),
              occurredAt);
      case REVOKED -> new Revoked(credential, issuer, row.getString("reason"), occurredAt);
      default -> throw new IllegalStateException("a fact that this version does not know");
    };
  }

  private static String name(CredentialFact fact) {
    return switch (fact) {
      case Issued _ -> ISSUED;
      case Signed _ -> SIGNED;
      case Revoked _ -> REVOKED;
    };
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
