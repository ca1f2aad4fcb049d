package org.mikromerit.issuer.status.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.issuer.status.StatusLists;

@ApplicationScoped
class SqlStatusLists implements StatusLists {
  private static final int ATTEMPTS = 5;

  private final Jdbi jdbi;

  SqlStatusLists(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(StatusList list, Publication first) {
    jdbi.useHandle(
        sql -> {
          sql.createUpdate(
                  """
                  insert into status_list (id, organisation, number, capacity, seed, created_at)
                  values (:id, :organisation, :number, :capacity, :seed, :createdAt)
                  """)
              .bind("id", list.id())
              .bind("organisation", list.organisation())
              .bind("number", list.number())
              .bind("capacity", list.capacity())
              .bind("seed", list.seed())
              .bind("createdAt", list.createdAt())
              .execute();
          sql.createUpdate(
                  """
                  insert into status_list_publication (list, version, credential, issued_at, valid_until)
                  values (:list, :version, :credential, :issuedAt, :validUntil)
                  """)
              .bind("list", first.list())
              .bind("version", first.version())
              .bind("credential", first.credential())
              .bind("issuedAt", first.issuedAt())
              .bind("validUntil", first.validUntil())
              .execute();
        });
  }

  @Override
  public int newestNumber(UUID organisation) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select coalesce(max(number), 0) from status_list where organisation = :organisation")
                .bind("organisation", organisation)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public Optional<Block> handOut(UUID organisation, int most) {
    // Who waited for a row that was full by then finds none, though there may be another.
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Block> block = handOutOnce(organisation, most);
      if (block.isPresent() || !hasPlaces(organisation)) {
        return block;
      }
    }
    return Optional.empty();
  }

  private Optional<Block> handOutOnce(UUID organisation, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    update status_list
                       set handed_out = least(handed_out + :most, capacity)
                     where id = (select id from status_list
                                  where organisation = :organisation and handed_out < capacity
                                  order by number limit 1 for update)
                    returning new.*, old.handed_out as first, new.handed_out as beyond
                    """)
                .bind("organisation", organisation)
                .bind("most", most)
                .map((row, _) -> new Block(list(row), row.getInt("first"), row.getInt("beyond")))
                .findOne());
  }

  private boolean hasPlaces(UUID organisation) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select exists (select 1 from status_list
                                    where organisation = :organisation and handed_out < capacity)
                    """)
                .bind("organisation", organisation)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public boolean hasSpare(UUID organisation, UUID besides) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select exists (select 1 from status_list
                                    where organisation = :organisation and handed_out < capacity and id <> :besides)
                    """)
                .bind("organisation", organisation)
                .bind("besides", besides)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public void markChanged(UUID list) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate("insert into status_list_change (list) values (:list)")
                .bind("list", list)
                .execute());
  }

  @Override
  public void markAllChanged(UUID organisation) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into status_list_change (list)
                    select id from status_list where organisation = :organisation
                    """)
                .bind("organisation", organisation)
                .execute());
  }

  @Override
  public List<UUID> due(Instant signedBefore, Instant staleBefore, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select list from status_list_publication p
                     where valid_until <= :staleBefore
                        or (issued_at <= :signedBefore and list in (select list from status_list_change))
                     order by issued_at limit :most
                    """)
                .bind("staleBefore", staleBefore)
                .bind("signedBefore", signedBefore)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
  }

  @Override
  public Optional<Instant> soonestEnd() {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select valid_until from status_list_publication order by valid_until limit 1")
                .mapTo(Instant.class)
                .findOne());
  }

  @Override
  public Optional<Publication> lockPublication(UUID list) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select list, version, credential, issued_at, valid_until
                      from status_list_publication where list = :list for update skip locked
                    """)
                .bind("list", list)
                .map((row, _) -> publication(row))
                .findOne());
  }

  @Override
  public List<Publication> lockedPublicationsAfter(UUID list, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select list, version, credential, issued_at, valid_until
                      from status_list_publication where list > :list order by list limit :most for share
                    """)
                .bind("list", list)
                .bind("most", most)
                .map((row, _) -> publication(row))
                .list());
  }

  private static Publication publication(ResultSet row) throws SQLException {
    return new Publication(
        row.getObject("list", UUID.class),
        row.getInt("version"),
        row.getBytes("credential"),
        row.getTimestamp("issued_at").toInstant(),
        row.getTimestamp("valid_until").toInstant());
  }

  @Override
  public StatusList get(UUID list) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select * from status_list where id = :list")
                .bind("list", list)
                .map((row, _) -> list(row))
                .one());
  }

  @Override
  public BitSet settle(UUID list) {
    return jdbi.withHandle(
        sql -> {
          sql.createUpdate("delete from status_list_change where list = :list")
              .bind("list", list)
              .execute();
          var revoked = new BitSet();
          sql.createQuery(
                  """
                  select status_index from credential_status
                   where status_list = :list and status = 'REVOKED'
                  """)
              .bind("list", list)
              .mapTo(Integer.class)
              .forEach(revoked::set);
          return revoked;
        });
  }

  @Override
  public void replace(Publication publication) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update status_list_publication
                       set version = :version, credential = :credential, issued_at = :issuedAt, valid_until = :validUntil
                     where list = :list
                    """)
                .bind("list", publication.list())
                .bind("version", publication.version())
                .bind("credential", publication.credential())
                .bind("issuedAt", publication.issuedAt())
                .bind("validUntil", publication.validUntil())
                .execute());
  }

  private static StatusList list(ResultSet row) throws SQLException {
    return new StatusList(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getInt("number"),
        row.getInt("capacity"),
        row.getBytes("seed"),
        row.getTimestamp("created_at").toInstant());
  }
}
