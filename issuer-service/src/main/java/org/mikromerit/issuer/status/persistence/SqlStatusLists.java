package org.mikromerit.issuer.status.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.issuer.status.StatusLists;
import org.mikromerit.kit.chain.RowNotes;

@ApplicationScoped
class SqlStatusLists implements StatusLists {
  private static final String PUBLICATION = "status_list_publication";
  private static final int ATTEMPTS = 5;
  // Of a list of a million all may be revoked.
  private static final int ROWS_IN_MEMORY = 10_000;

  private final Jdbi jdbi;
  private final RowNotes notes;

  SqlStatusLists(Jdbi jdbi, RowNotes notes) {
    this.jdbi = jdbi;
    this.notes = notes;
  }

  @Override
  public void add(StatusList list, List<Publication> first) {
    jdbi.useHandle(
        sql -> {
          sql.createUpdate(
                  """
                  insert into status_list (id, suspensions, organisation, number, capacity, seed, created_at)
                  values (:id, cast(:suspensions as uuid), :organisation, :number, :capacity, :seed, :createdAt)
                  """)
              .bind("id", list.id())
              .bind("suspensions", list.suspensions())
              .bind("organisation", list.organisation())
              .bind("number", list.number())
              .bind("capacity", list.capacity())
              .bind("seed", list.seed())
              .bind("createdAt", list.createdAt())
              .execute();
          first.forEach(publication -> add(sql, publication));
        });
  }

  private void add(Handle sql, Publication first) {
    sql.createUpdate(
            """
            insert into status_list_publication (list, version, credential, token, issued_at, valid_until)
            values (:list, :version, :credential, :token, :issuedAt, :validUntil)
            """)
        .bind("list", first.list())
        .bind("version", first.version())
        .bind("credential", first.credential())
        .bind("token", first.token())
        .bind("issuedAt", first.issuedAt())
        .bind("validUntil", first.validUntil())
        .execute();
    notes.changed(PUBLICATION, first.list());
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
  public Optional<Block> handOut(UUID organisation, boolean suspendable, int most) {
    // Who waited for a row that was full by then finds none, though there may be another.
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Block> block = handOutOnce(organisation, suspendable, most);
      if (block.isPresent() || !hasPlaces(organisation, suspendable)) {
        return block;
      }
    }
    return Optional.empty();
  }

  private Optional<Block> handOutOnce(UUID organisation, boolean suspendable, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    update status_list
                       set handed_out = least(handed_out + :most, capacity)
                     where id = (select id from status_list
                                  where organisation = :organisation and handed_out < capacity
                                    and (suspensions is not null) = :suspendable
                                  order by number limit 1 for update)
                    returning new.*, old.handed_out as first, new.handed_out as beyond
                    """)
                .bind("organisation", organisation)
                .bind("suspendable", suspendable)
                .bind("most", most)
                .map((row, _) -> new Block(list(row), row.getInt("first"), row.getInt("beyond")))
                .findOne());
  }

  private boolean hasPlaces(UUID organisation, boolean suspendable) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select exists (select 1 from status_list
                                    where organisation = :organisation and handed_out < capacity
                                      and (suspensions is not null) = :suspendable)
                    """)
                .bind("organisation", organisation)
                .bind("suspendable", suspendable)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public boolean hasSpare(StatusList besides) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select exists (select 1 from status_list
                                    where organisation = :organisation and handed_out < capacity and id <> :besides
                                      and (suspensions is not null) = :suspendable)
                    """)
                .bind("organisation", besides.organisation())
                .bind("besides", besides.id())
                .bind("suspendable", besides.suspensions() != null)
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
                    select published
                      from status_list cross join unnest(array[id, suspensions]) as published
                     where organisation = :organisation and published is not null
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
                    select list, version, credential, token, issued_at, valid_until
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
                    select list, version, credential, token, issued_at, valid_until
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
        row.getString("token"),
        row.getTimestamp("issued_at").toInstant(),
        row.getTimestamp("valid_until").toInstant());
  }

  @Override
  public StatusList get(UUID published) {
    return find(published).orElseThrow();
  }

  @Override
  public Optional<StatusList> find(UUID published) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select * from status_list where id = :published or suspensions = :published")
                .bind("published", published)
                .map((row, _) -> list(row))
                .findOne());
  }

  @Override
  public Bits settle(StatusList list, UUID published) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate("delete from status_list_change where list = :published")
                .bind("published", published)
                .execute());
    return bits(list);
  }

  @Override
  public Bits bits(StatusList list) {
    return jdbi.withHandle(
        sql ->
            new Bits(
                bits(
                    sql,
                    list,
                    """
                    select status_index from credential_status
                     where status_list = :list and status = 'REVOKED'
                    union all
                    select status_index from given_credential_status
                     where status_list = :list and revoked_at is not null
                    """),
                bits(
                    sql,
                    list,
                    """
                    select status_index from credential_status where status_list = :list and suspended
                    union all
                    select status_index from given_credential_status where status_list = :list and suspended
                    """)));
  }

  @Override
  public boolean isChanged(UUID published) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select exists (select from status_list_change where list = :published)")
                .bind("published", published)
                .mapTo(Boolean.class)
                .one());
  }

  private static BitSet bits(Handle sql, StatusList list, String indexes) {
    var set = new BitSet(list.capacity());
    sql.createQuery(indexes)
        .bind("list", list.id())
        .setFetchSize(ROWS_IN_MEMORY)
        .mapTo(Integer.class)
        .forEach(set::set);
    return set;
  }

  @Override
  public void replace(Publication publication) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update status_list_publication
                       set version = :version, credential = :credential, token = :token, issued_at = :issuedAt,
                           valid_until = :validUntil
                     where list = :list
                    """)
                .bind("list", publication.list())
                .bind("version", publication.version())
                .bind("credential", publication.credential())
                .bind("token", publication.token())
                .bind("issuedAt", publication.issuedAt())
                .bind("validUntil", publication.validUntil())
                .execute());
    // No look at the one before: nothing but its number goes on from it, and a replica of a version
    // that noted nothing may have signed it.
    notes.changed(PUBLICATION, publication.list());
  }

  private static StatusList list(ResultSet row) throws SQLException {
    return new StatusList(
        row.getObject("id", UUID.class),
        row.getObject("suspensions", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getInt("number"),
        row.getInt("capacity"),
        row.getBytes("seed"),
        row.getTimestamp("created_at").toInstant());
  }
}
