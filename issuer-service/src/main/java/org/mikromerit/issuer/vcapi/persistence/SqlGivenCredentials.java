package org.mikromerit.issuer.vcapi.persistence;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.issuer.issuance.Body;
import org.mikromerit.issuer.learner.LearnerKey;
import org.mikromerit.issuer.learner.LearnerKeyWrapping;
import org.mikromerit.issuer.learner.LearnerKeys;
import org.mikromerit.issuer.status.StatusPlace;
import org.mikromerit.issuer.vcapi.GivenCredentials;

@ApplicationScoped
class SqlGivenCredentials implements GivenCredentials {
  private final Jdbi jdbi;
  private final LearnerKeys learnerKeys;
  private final LearnerKeyWrapping wrapping;

  SqlGivenCredentials(Jdbi jdbi, LearnerKeys learnerKeys, LearnerKeyWrapping wrapping) {
    this.jdbi = jdbi;
    this.learnerKeys = learnerKeys;
    this.wrapping = wrapping;
  }

  @Override
  public void add(Given given) {
    // Whom it names, only the credential itself says: so each is a learner of its own.
    String learner = "given." + given.id();
    LearnerKey key = requireNonNull(learnerKeys.of(Set.of(learner)).get(learner));
    jdbi.useHandle(
        sql -> {
          sql.createUpdate(
                  """
                  with issued as (
                    insert into given_credential (id, instance, organisation, name_digest, signing_key, digest,
                                                  issued_at)
                    values (:id, :instance, :organisation, :name, :key, :digest, :issuedAt)
                    returning id)
                  insert into given_credential_body (credential, learner_key, sealed)
                  select id, :learnerKey, :sealed from issued
                  """)
              .bind("id", given.id())
              .bind("instance", given.instance())
              .bind("organisation", given.organisation())
              .bind("name", digest(given.name()))
              .bind("key", given.key())
              .bind("digest", given.digest())
              .bind("issuedAt", given.issuedAt())
              .bind("learnerKey", key.id())
              .bind("sealed", key.seal(given.id(), given.body()))
              .execute();
          StatusPlace place = given.place();
          if (place != null) {
            sql.createUpdate(
                    """
                    insert into given_credential_status (credential, status_list, status_index)
                    values (:id, :list, :index)
                    """)
                .bind("id", given.id())
                .bind("list", place.list())
                .bind("index", place.index())
                .execute();
          }
        });
  }

  @Override
  public Optional<Body> body(UUID organisation, UUID instance, UUID id) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select k.id as key, k.wrapped_key, b.sealed
                      from given_credential c
                      left join given_credential_body b on b.credential = c.id
                      left join learner_key k on k.id = b.learner_key
                     where c.organisation = :organisation and c.instance = :instance and c.id = :id
                    """)
                .bind("organisation", organisation)
                .bind("instance", instance)
                .bind("id", id)
                .map((row, _) -> body(id, row))
                .findOne());
  }

  private Body body(UUID credential, ResultSet row) throws SQLException {
    return Body.open(
        wrapping,
        credential,
        row.getObject("key", UUID.class),
        row.getBytes("wrapped_key"),
        row.getBytes("sealed"));
  }

  @Override
  public List<Standing> lock(UUID instance, String name, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select s.credential, s.status_list, l.suspensions, s.status_index,
                           s.revoked_at is not null as revoked, s.suspended
                      from given_credential c
                      join given_credential_status s on s.credential = c.id
                      left join status_list l on l.id = s.status_list
                     where c.instance = :instance and c.name_digest = :name
                     order by s.credential limit :most for update of s
                    """)
                .bind("instance", instance)
                .bind("name", digest(name))
                .bind("most", most)
                .map(
                    (row, _) ->
                        new Standing(
                            row.getObject("credential", UUID.class),
                            new StatusPlace(
                                row.getObject("status_list", UUID.class),
                                row.getObject("suspensions", UUID.class),
                                row.getInt("status_index")),
                            row.getBoolean("revoked"),
                            row.getBoolean("suspended")))
                .list());
  }

  @Override
  public void revoke(UUID credential, Instant at) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update given_credential_status set revoked_at = :at
                     where credential = :credential and revoked_at is null
                    """)
                .bind("credential", credential)
                .bind("at", at)
                .execute());
  }

  @Override
  public void suspend(UUID credential, boolean suspended) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update given_credential_status set suspended = :suspended
                     where credential = :credential and revoked_at is null
                    """)
                .bind("credential", credential)
                .bind("suspended", suspended)
                .execute());
  }

  private static @Nullable String digest(@Nullable String name) {
    return name == null ? null : Sha256.hex(name.getBytes(StandardCharsets.UTF_8));
  }
}
