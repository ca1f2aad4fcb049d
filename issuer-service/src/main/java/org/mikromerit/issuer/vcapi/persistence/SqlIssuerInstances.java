package org.mikromerit.issuer.vcapi.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.events.organisationkey.KeyAlgorithm;
import org.mikromerit.issuer.vcapi.IssuerInstance;
import org.mikromerit.issuer.vcapi.IssuerInstances;

@ApplicationScoped
class SqlIssuerInstances implements IssuerInstances {
  private static final String INSTANCE =
      """
      select id, organisation, name, algorithm, naming, form, status, suspension, open, created_at
        from issuer_instance
      """;

  private final Jdbi jdbi;

  SqlIssuerInstances(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean addIfNew(IssuerInstance instance) {
    return jdbi.withHandle(
            sql ->
                sql.createUpdate(
                        """
                        insert into issuer_instance (id, organisation, name, algorithm, naming, form, status,
                                                     suspension, open, created_at)
                        values (:id, :organisation, :name, :algorithm, :naming, :form, :status,
                                :suspension, :open, :at)
                        on conflict (organisation, name) do nothing
                        """)
                    .bind("id", instance.id())
                    .bind("organisation", instance.organisation())
                    .bind("name", instance.name())
                    .bind("algorithm", instance.algorithm().code())
                    .bind("naming", instance.naming().name())
                    .bind("form", instance.form().name())
                    .bind("status", instance.status())
                    .bind("suspension", instance.suspension())
                    .bind("open", instance.open())
                    .bind("at", instance.createdAt())
                    .execute())
        == 1;
  }

  @Override
  public Optional<IssuerInstance> find(UUID organisation, UUID id) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(INSTANCE + "where organisation = :organisation and id = :id")
                .bind("organisation", organisation)
                .bind("id", id)
                .map((row, _) -> instance(row))
                .findOne());
  }

  @Override
  public Optional<IssuerInstance> findOpen(UUID id) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(INSTANCE + "where id = :id and open")
                .bind("id", id)
                .map((row, _) -> instance(row))
                .findOne());
  }

  @Override
  public int count(UUID organisation) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select count(*) from issuer_instance where organisation = :organisation")
                .bind("organisation", organisation)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public List<IssuerInstance> list(UUID organisation, UUID after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    INSTANCE
                        + "where organisation = :organisation and id > :after order by id limit :most")
                .bind("organisation", organisation)
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> instance(row))
                .list());
  }

  private static IssuerInstance instance(ResultSet row) throws SQLException {
    return new IssuerInstance(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getString("name"),
        KeyAlgorithm.ofCode(row.getString("algorithm")).orElseThrow(),
        IssuerInstance.Naming.valueOf(row.getString("naming")),
        IssuerInstance.Form.valueOf(row.getString("form")),
        row.getBoolean("status"),
        row.getBoolean("suspension"),
        row.getBoolean("open"),
        row.getTimestamp("created_at").toInstant());
  }
}
