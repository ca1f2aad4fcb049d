package org.mikromerit.registry.portfolio.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.registry.portfolio.KeptDocuments;

@ApplicationScoped
class KeptDocumentTable implements KeptDocuments {
  private final Jdbi jdbi;

  KeptDocumentTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A key is made together with its first entry, by the same clock. */
  @Override
  public List<Kept> after(long entered, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select e.entered, e.learner_ref, e.credential, e.digest, b.sealed,
                           coalesce(k.made_at <= e.received_at + interval '10 seconds', false) as keyed
                      from portfolio_entry e
                      left join portfolio_body b on b.learner_ref = e.learner_ref and b.credential = e.credential
                      left join learner_key k on k.learner_ref = e.learner_ref
                     where e.entered > :entered order by e.entered limit :most
                    """)
                .bind("entered", entered)
                .bind("most", most)
                .map(
                    (row, _) ->
                        new Kept(
                            row.getLong("entered"),
                            row.getString("learner_ref"),
                            row.getObject("credential", UUID.class),
                            row.getString("digest"),
                            row.getBoolean("keyed"),
                            row.getBytes("sealed")))
                .list());
  }
}
