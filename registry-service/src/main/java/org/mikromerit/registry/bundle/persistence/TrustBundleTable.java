package org.mikromerit.registry.bundle.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.registry.bundle.TrustBundle;
import org.mikromerit.registry.bundle.TrustBundle.Told;
import org.mikromerit.registry.bundle.TrustBundles;

@ApplicationScoped
class TrustBundleTable implements TrustBundles {
  private static final String NEWEST =
      """
      select distinct on (s.credential) s.*, b.issued_at, b.jws
      from trust_bundle_status s join trust_bundle b on b.id = s.bundle
      where s.credential = any(:credentials)
      order by s.credential, b.issued_at desc, b.id
      """;

  private final Jdbi jdbi;

  TrustBundleTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean keep(TrustBundle bundle, Instant keptAt) {
    return jdbi.withHandle(
        sql -> {
          int kept =
              sql.createUpdate(
                      """
                      insert into trust_bundle (id, registry, issued_at, jws, kept_at)
                      values (:id, :registry, :issuedAt, :jws, :keptAt)
                      on conflict (id) do nothing
                      """)
                  .bind("id", bundle.id())
                  .bind("registry", bundle.registry())
                  .bind("issuedAt", bundle.issuedAt())
                  .bind("jws", bundle.jws())
                  .bind("keptAt", keptAt)
                  .execute();
          if (kept == 1) {
            keepStatuses(sql, bundle);
          }
          return kept == 1;
        });
  }

  private static void keepStatuses(Handle sql, TrustBundle bundle) {
    if (bundle.statuses().isEmpty()) {
      return;
    }
    var batch =
        sql.prepareBatch(
            """
            insert into trust_bundle_status (bundle, credential, status, reason, since)
            values (:bundle, :credential, :status, :reason, :since)
            """);
    for (Told told : bundle.statuses()) {
      batch
          .bind("bundle", bundle.id())
          .bind("credential", told.credential())
          .bind("status", told.status().name())
          .bind("reason", told.reason())
          .bind("since", told.since())
          .add();
    }
    batch.execute();
  }

  @Override
  public Map<UUID, AsTold> statuses(Collection<UUID> credentials) {
    Map<UUID, AsTold> statuses = new HashMap<>();
    jdbi.useHandle(
        sql ->
            sql.createQuery(NEWEST)
                .bindArray("credentials", UUID.class, credentials.toArray())
                .map((row, _) -> asTold(row))
                .forEach(each -> statuses.put(each.told().credential(), each)));
    return statuses;
  }

  @Override
  public List<String> about(Collection<UUID> credentials) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select distinct jws from (" + NEWEST + ") newest order by jws")
                .bindArray("credentials", UUID.class, credentials.toArray())
                .mapTo(String.class)
                .list());
  }

  @Override
  public List<KeptBundle> after(String id, int atMost) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select * from trust_bundle where id > :id order by id limit :atMost")
                .bind("id", id)
                .bind("atMost", atMost)
                .map(
                    (row, _) ->
                        new KeptBundle(
                            new TrustBundle(
                                row.getString("id"),
                                row.getString("registry"),
                                instant(row, "issued_at"),
                                row.getString("jws"),
                                List.of()),
                            instant(row, "kept_at")))
                .list());
  }

  private static AsTold asTold(ResultSet row) throws SQLException {
    return new AsTold(
        new Told(
            row.getObject("credential", UUID.class),
            CredentialStatus.valueOf(row.getString("status")),
            row.getString("reason"),
            instant(row, "since")),
        instant(row, "issued_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
