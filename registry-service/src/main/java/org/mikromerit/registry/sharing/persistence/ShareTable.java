package org.mikromerit.registry.sharing.persistence;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.mikromerit.registry.sharing.Share;
import org.mikromerit.registry.sharing.Shares;

@ApplicationScoped
class ShareTable implements Shares {
  /** Names a share among the database's advisory locks of two numbers. */
  private static final int SHARE = 0x7368_6172;

  private static final String EACH =
      """
      select s.*, w.at as withdrawn_at,
             (select coalesce(max(v.number), 0) from share_view v where v.share = s.id) as views,
             (select count(*) from share_wrong_pin p where p.share = s.id) as wrong_pins
        from share s left join share_withdrawal w on w.share = s.id
      """;

  private final Jdbi jdbi;

  ShareTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Share share, byte[] tokenHash, byte[] sealed) {
    jdbi.useHandle(
        sql -> {
          sql.createUpdate(
                  """
                  insert into share (id, learner_ref, token_hash, sealed, made_at, expires_at, most_views)
                  values (:id, :learnerRef, :tokenHash, :sealed, :madeAt, :expiresAt, :mostViews)
                  """)
              .bind("id", share.id())
              .bind("learnerRef", share.learnerRef())
              .bind("tokenHash", tokenHash)
              .bind("sealed", sealed)
              .bind("madeAt", share.madeAt())
              .bind("expiresAt", share.expiresAt())
              .bind("mostViews", share.mostViews())
              .execute();
          for (Share.Part part : share.parts()) {
            List<String> pointers = part.pointers();
            sql.createUpdate(
                    """
                    insert into share_credential (share, learner_ref, credential, pointers)
                    values (:share, :learnerRef, :credential, :pointers)
                    """)
                .bind("share", share.id())
                .bind("learnerRef", part.learnerRef())
                .bind("credential", part.credential())
                .bind("pointers", pointers == null ? null : pointers.toArray(String[]::new))
                .execute();
          }
        });
  }

  @Override
  public boolean tryLock(byte[] tokenHash) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select pg_try_advisory_xact_lock(:name, hashtext(encode(:tokenHash, 'hex')))")
                .bind("name", SHARE)
                .bind("tokenHash", tokenHash)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public Optional<Kept> find(byte[] tokenHash) {
    return kept(
            EACH + " where s.token_hash = :tokenHash", query -> query.bind("tokenHash", tokenHash))
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Kept> find(Collection<String> learnerRefs, UUID share) {
    return kept(
            EACH + " where s.id = :share and s.learner_ref = any(:refs)",
            query ->
                query.bind("share", share).bindArray("refs", String.class, learnerRefs.toArray()))
        .stream()
        .findFirst();
  }

  @Override
  public List<Kept> page(Collection<String> learnerRefs, long before, int atMost) {
    return kept(
        EACH
            + """
              where s.learner_ref = any(:refs) and s.entered < :before
              order by s.entered desc limit :atMost
              """,
        query ->
            query
                .bindArray("refs", String.class, learnerRefs.toArray())
                .bind("before", before)
                .bind("atMost", atMost));
  }

  @Override
  public int countOpen(Collection<String> learnerRefs, Instant now) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select count(*) from share s
                     where s.learner_ref = any(:refs) and s.expires_at > :now
                       and not exists (select from share_withdrawal w where w.share = s.id)
                    """)
                .bindArray("refs", String.class, learnerRefs.toArray())
                .bind("now", now)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public List<View> views(Collection<String> learnerRefs, long before, int atMost) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select v.entered, v.share, v.at,
                           array(select c.credential from share_view_credential c
                                  where c.share = v.share and c.number = v.number) as shown
                      from share_view v join share s on s.id = v.share
                     where s.learner_ref = any(:refs) and v.entered < :before
                     order by v.entered desc limit :atMost
                    """)
                .bindArray("refs", String.class, learnerRefs.toArray())
                .bind("before", before)
                .bind("atMost", atMost)
                .map(
                    (row, _) ->
                        new View(
                            row.getLong("entered"),
                            row.getObject("share", UUID.class),
                            instant(row, "at"),
                            Set.of((UUID[]) row.getArray("shown").getArray())))
                .list());
  }

  @Override
  public void viewed(UUID share, int number, Instant at, Set<UUID> shown) {
    count(
        "insert into share_view (share, number, at) values (:share, :number, :at)",
        share,
        number,
        at);
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into share_view_credential (share, number, credential)
                    select :share, :number, unnest(:shown)
                    """)
                .bind("share", share)
                .bind("number", number)
                .bindArray("shown", UUID.class, shown.toArray())
                .execute());
  }

  @Override
  public Optional<Instant> viewedAt(UUID share, int number) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select at from share_view where share = :share and number = :number")
                .bind("share", share)
                .bind("number", number)
                .map((row, _) -> instant(row, "at"))
                .findOne());
  }

  @Override
  public void wrongPin(UUID share, int number, Instant at) {
    count(
        "insert into share_wrong_pin (share, number, at) values (:share, :number, :at)",
        share,
        number,
        at);
  }

  private void count(String statement, UUID share, int number, Instant at) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(statement)
                .bind("share", share)
                .bind("number", number)
                .bind("at", at)
                .execute());
  }

  @Override
  public void withdraw(UUID share, Instant at) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into share_withdrawal (share, at) values (:share, :at)
                    on conflict (share) do nothing
                    """)
                .bind("share", share)
                .bind("at", at)
                .execute());
  }

  private List<Kept> kept(String statement, UnaryOperator<Query> bound) {
    return jdbi.withHandle(
        sql -> {
          List<Kept> without =
              bound.apply(sql.createQuery(statement)).map((row, _) -> kept(row)).list();
          Map<UUID, List<PartOf>> parts =
              sql
                  .createQuery(
                      "select * from share_credential where share = any(:shares) order by entered")
                  .bindArray(
                      "shares",
                      UUID.class,
                      without.stream().map(each -> each.share().id()).toArray())
                  .map((row, _) -> part(row))
                  .list()
                  .stream()
                  .collect(groupingBy(PartOf::share));
          return without.stream()
              .map(each -> with(each, parts.getOrDefault(each.share().id(), List.of())))
              .toList();
        });
  }

  private record PartOf(UUID share, Share.Part part) {}

  private static PartOf part(ResultSet row) throws SQLException {
    return new PartOf(
        row.getObject("share", UUID.class),
        new Share.Part(
            row.getString("learner_ref"),
            row.getObject("credential", UUID.class),
            texts(row.getArray("pointers"))));
  }

  private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? null : Arrays.asList((String[]) array.getArray());
  }

  private static Kept with(Kept kept, List<PartOf> parts) {
    Share share = kept.share();
    return new Kept(
        new Share(
            share.id(),
            share.learnerRef(),
            share.madeAt(),
            share.expiresAt(),
            share.mostViews(),
            parts.stream().map(PartOf::part).toList(),
            share.views(),
            share.wrongPins(),
            share.withdrawnAt()),
        kept.sealed(),
        kept.entered());
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        new Share(
            row.getObject("id", UUID.class),
            row.getString("learner_ref"),
            instant(row, "made_at"),
            instant(row, "expires_at"),
            row.getObject("most_views", Integer.class),
            List.of(),
            row.getInt("views"),
            row.getInt("wrong_pins"),
            row.getObject("withdrawn_at") == null ? null : instant(row, "withdrawn_at")),
        row.getBytes("sealed"),
        row.getLong("entered"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
