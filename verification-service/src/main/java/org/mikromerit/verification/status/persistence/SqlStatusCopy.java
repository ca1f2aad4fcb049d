package org.mikromerit.verification.status.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1.StatusSince;
import org.mikromerit.kit.sql.OwnCopy;
import org.mikromerit.verification.status.PublishedList;
import org.mikromerit.verification.status.StatusCopy;

@ApplicationScoped
class SqlStatusCopy implements StatusCopy {
  /** Names those who wait among a database's advisory locks of two numbers. */
  private static final int WAITING = 0x7761_6974;

  private final Jdbi jdbi;
  private final OwnCopy copy;
  private final ObjectMapper json;
  private final InstantSource clock;

  SqlStatusCopy(Jdbi jdbi, OwnCopy copy, ObjectMapper json, InstantSource clock) {
    this.jdbi = jdbi;
    this.copy = copy;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void keepVerified(PublishedList list, Text text) {
    jdbi.useHandle(
        sql -> {
          Update update =
              sql.createUpdate(
                  """
                  insert into status_list
                    (id, form, organisation, url, version, document, issued_at, valid_until, copied_at)
                  values (:id, :form, :organisation, :url, :version, :document, :issuedAt, :validUntil, :now)
                  on conflict (id, form) do update set
                    organisation = excluded.organisation, url = excluded.url, version = excluded.version,
                    document = excluded.document, issued_at = excluded.issued_at,
                    valid_until = excluded.valid_until, copied_at = excluded.copied_at
                    where status_list.version < excluded.version
                  """);
          bound(update, list)
              .bind("form", text.form().name())
              .bind("url", text.url().toString())
              .bind("document", text.signed())
              .execute();
        });
  }

  @Override
  public void keepWaiting(PublishedList list) {
    jdbi.useHandle(
        sql -> {
          Update update =
              sql.createUpdate(
                  """
                  insert into status_list_waiting
                    (id, organisation, purpose, version, document, token, issued_at, valid_until, since)
                  values (:id, :organisation, :purpose, :version, :document, :token, :issuedAt, :validUntil, :now)
                  on conflict (id) do update set
                    organisation = excluded.organisation, version = excluded.version,
                    document = excluded.document, token = excluded.token,
                    issued_at = excluded.issued_at, valid_until = excluded.valid_until
                  """);
          bound(update, list)
              .bind("purpose", list.purpose())
              .bind("document", list.document())
              .bind("token", list.token())
              .execute();
        });
  }

  private Update bound(Update update, PublishedList list) {
    return update
        .bind("id", list.id())
        .bind("organisation", list.organisation())
        .bind("version", list.version())
        .bind("issuedAt", list.issuedAt())
        .bind("validUntil", list.validUntil())
        .bind("now", clock.instant());
  }

  @Override
  public void stopWaiting(UUID list) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate("delete from status_list_waiting where id = :id")
                .bind("id", list)
                .execute());
  }

  @Override
  public void holdWaiting(UUID organisation) {
    jdbi.withHandle(
        sql ->
            sql.createQuery("select pg_advisory_xact_lock(:queue, hashtext(:organisation)) is null")
                .bind("queue", WAITING)
                .bind("organisation", organisation.toString())
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public List<PublishedList> waitingFor(UUID organisation) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select * from status_list_waiting where organisation = :organisation")
                .bind("organisation", organisation)
                .map((row, _) -> waiting(row))
                .list());
  }

  @Override
  public void keep(CredentialStatusChangedV1 changed) {
    var reason = changed.reason();
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into credential_status (id, organisation, status, reason, since, history, copied_at)
                    values (:id, :organisation, :status, :reason, :since, cast(:history as jsonb), :now)
                    on conflict (id) do update set
                      organisation = excluded.organisation, status = excluded.status,
                      reason = excluded.reason, since = excluded.since, history = excluded.history,
                      copied_at = excluded.copied_at
                    """)
                .bind("id", changed.credentialId())
                .bind("organisation", changed.organisationId())
                .bind("status", changed.status().name())
                .bind("reason", reason == null ? null : reason.code())
                .bind("since", changed.since())
                .bind("history", history(changed))
                .bind("now", clock.instant())
                .execute());
  }

  @Override
  public Optional<HeldVersion> held(UUID list) {
    return copy.read(
        sql ->
            sql.createQuery(
                    "select version, issued_at from status_list where id = :id and form = :form")
                .bind("id", list)
                .bind("form", Form.BITSTRING.name())
                .map(
                    (row, _) ->
                        new HeldVersion(
                            row.getInt("version"),
                            row.getObject("issued_at", OffsetDateTime.class).toInstant()))
                .findOne());
  }

  @Override
  public OptionalInt version(URI url) {
    return copy.read(
        sql ->
            sql.createQuery("select version from status_list where url = :url")
                .bind("url", url.toString())
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty));
  }

  @Override
  public Optional<HeldText> text(URI url) {
    return copy.read(
        sql ->
            sql.createQuery("select version, form, document from status_list where url = :url")
                .bind("url", url.toString())
                .map(
                    (row, _) ->
                        new HeldText(
                            row.getInt("version"),
                            new Text(
                                Form.valueOf(row.getString("form")),
                                url,
                                row.getString("document"))))
                .findOne());
  }

  @Override
  public List<StatusSince> announced(UUID credential) {
    return copy.read(
            sql ->
                sql.createQuery("select history from credential_status where id = :id")
                    .bind("id", credential)
                    .mapTo(String.class)
                    .findOne())
        .map(this::history)
        .orElseGet(List::of);
  }

  private List<StatusSince> history(String text) {
    try {
      return List.of(json.readValue(text, StatusSince[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What we wrote ourselves can be read", e);
    }
  }

  private static PublishedList waiting(ResultSet row) throws SQLException {
    return new PublishedList(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getString("purpose"),
        row.getInt("version"),
        row.getString("document"),
        row.getString("token"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        row.getObject("valid_until", OffsetDateTime.class).toInstant());
  }

  private String history(CredentialStatusChangedV1 changed) {
    try {
      return json.writeValueAsString(changed.history());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event's plain values can be written", e);
    }
  }
}
