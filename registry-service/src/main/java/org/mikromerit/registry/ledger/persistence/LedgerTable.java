package org.mikromerit.registry.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
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
  public CredentialFact append(CredentialFact fact, Instant registeredAt) {
    return jdbi.withHandle(
        sql -> {
          // Until the transaction's end, so that entries become visible in the order of their
          // positions: who reads the
          // ledger page by page would else pass over an entry that was committed late.
          sql.execute("select pg_advisory_xact_lock(hashtext('ledger_entry'))");
          boolean appended = insert(sql, fact, registeredAt) == 1;
          return appended ? fact : held(sql, fact);
        });
  }

  private static int insert(Handle sql, CredentialFact fact, Instant registeredAt) {
    Update insert =
        switch (fact) {
          case Issued issued ->
              sql.createUpdate(
                      """
                      insert into ledger_entry (credential, fact, issuer, occurred_at, registered_at,
                                                key_id, definition, definition_version, digest)
                      values (:credential, :fact, :issuer, :occurredAt, :registeredAt,
                              :key, :definition, :definitionVersion, :digest)
                      on conflict (credential, fact) do nothing
                      """)
                  .bind("key", issued.key())
                  .bind("definition", issued.definition())
                  .bind("definitionVersion", issued.definitionVersion())
                  .bind("digest", issued.digest());
          case Signed signed ->
              sql.createUpdate(
                      """
                      insert into ledger_entry (credential, fact, issuer, occurred_at, registered_at,
                                                key_id, digest)
                      values (:credential, :fact, :issuer, :occurredAt, :registeredAt, :key, :digest)
                      on conflict (credential, fact) do nothing
                      """)
                  .bind("key", signed.key())
                  .bind("digest", signed.digest());
          case Revoked revoked ->
              sql.createUpdate(
                      """
                      insert into ledger_entry (credential, fact, issuer, occurred_at, registered_at, reason)
                      values (:credential, :fact, :issuer, :occurredAt, :registeredAt, :reason)
                      on conflict (credential, fact) do nothing
                      """)
                  .bind("reason", revoked.reason());
        };
    return insert
        .bind("credential", fact.credential())
        .bind("fact", name(fact))
        .bind("issuer", fact.issuer())
        .bind("occurredAt", fact.occurredAt())
        .bind("registeredAt", registeredAt)
        .execute();
  }

  private static CredentialFact held(Handle sql, CredentialFact fact) {
    return sql.createQuery(
            "select * from ledger_entry where credential = :credential and fact = :fact")
        .bind("credential", fact.credential())
        .bind("fact", name(fact))
        .map((row, _) -> fact(row))
        .one();
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
