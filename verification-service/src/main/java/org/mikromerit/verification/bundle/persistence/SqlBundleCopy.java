package org.mikromerit.verification.bundle.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.kit.sql.OwnCopy;
import org.mikromerit.verification.bundle.BundleCopy;
import org.mikromerit.verification.bundle.TrustBundle;

@ApplicationScoped
class SqlBundleCopy implements BundleCopy {
  private final Jdbi jdbi;
  private final OwnCopy copy;
  private final InstantSource clock;

  SqlBundleCopy(Jdbi jdbi, OwnCopy copy, InstantSource clock) {
    this.jdbi = jdbi;
    this.copy = copy;
    this.clock = clock;
  }

  @Override
  public void keep(String id, String document, TrustBundle bundle) {
    jdbi.useHandle(
        sql -> {
          sql.createUpdate(
                  """
                  insert into trust_bundle (id, registry, issued_at, document, copied_at)
                  values (:id, :registry, :issuedAt, :document, :now)
                  on conflict (id) do nothing
                  """)
              .bind("id", id)
              .bind("registry", bundle.registry().value())
              .bind("issuedAt", bundle.asOf())
              .bind("document", document)
              .bind("now", clock.instant())
              .execute();
          sql.createUpdate(
                  """
                  insert into trust_bundle_issuer (issuer, bundle)
                  select unnest(:issuers), :id on conflict do nothing
                  """)
              .bind("issuers", bundle.issuers().toArray(String[]::new))
              .bind("id", id)
              .execute();
        });
  }

  @Override
  public List<Kept> about(String issuer, int most) {
    return copy.read(
        sql ->
            sql.createQuery(
                    """
                    select b.id, b.document from trust_bundle b
                    join trust_bundle_issuer i on i.bundle = b.id
                    where i.issuer = :issuer order by b.issued_at desc, b.id limit :most
                    """)
                .bind("issuer", issuer)
                .bind("most", most)
                .map((row, _) -> new Kept(row.getString("id"), row.getString("document")))
                .list());
  }
}
