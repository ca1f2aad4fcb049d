package org.mikromerit.verification.trust.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.check.CompromisedKeys;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.kit.sql.OwnCopy;
import org.mikromerit.verification.trust.CompromiseCopy;

@ApplicationScoped
class SqlCompromiseCopy implements CompromiseCopy {
  private final Jdbi jdbi;
  private final OwnCopy copy;

  SqlCompromiseCopy(Jdbi jdbi, OwnCopy copy) {
    this.jdbi = jdbi;
    this.copy = copy;
  }

  @Override
  public void keep(StatedPart stated) {
    jdbi.useHandle(
        sql -> {
          sql.createUpdate(
                  "delete from key_compromise_registered where key_id = :key and part = :part")
              .bind("key", stated.key())
              .bind("part", stated.part())
              .execute();
          sql.createUpdate(
                  """
                  insert into key_compromise (key_id, method, registry, part, parts, since)
                  values (:key, :method, :registry, :part, :parts, :since)
                  on conflict (key_id, part) do update set method = excluded.method,
                    registry = excluded.registry, parts = excluded.parts, since = excluded.since
                  """)
              .bind("key", stated.key())
              .bind("part", stated.part())
              .bind("method", stated.method())
              .bind("registry", stated.registry())
              .bind("parts", stated.parts())
              .bind("since", stated.since())
              .execute();
          add(sql, stated);
        });
  }

  private static void add(Handle sql, StatedPart stated) {
    sql.createUpdate(
            """
            insert into key_compromise_registered (key_id, part, credential, digest)
            select :key, :part, each.credential, each.digest
            from unnest(:credentials, :digests) as each (credential, digest)
            """)
        .bind("key", stated.key())
        .bind("part", stated.part())
        .bindArray(
            "credentials",
            UUID.class,
            stated.registered().stream().map(Registered::credential).toArray())
        .bindArray(
            "digests", String.class, stated.registered().stream().map(Registered::digest).toArray())
        .execute();
  }

  @Override
  public CompromisedKeys.Answer find(
      VerificationMethodId key, Optional<CredentialId> credential, String digest) {
    return copy.read(
        sql -> {
          Optional<Stated> stated = complete(sql, key);
          return stated.isEmpty()
              ? new CompromisedKeys.NotToldYet()
              : find(sql, stated.get(), credential, digest);
        });
  }

  /**
   * Only all parts about the moment that the key itself tells are the whole set, and only of the
   * registry under whose name its organisation has its own.
   */
  private static Optional<Stated> complete(Handle sql, VerificationMethodId key) {
    return sql.createQuery(
            """
            select k.id, k.revoked_at
            from organisation_key k
            join organisation o on o.id = k.organisation
            join key_compromise c on c.key_id = k.id and c.since = k.revoked_at
              and c.method = k.verification_method
              and starts_with(o.did, c.registry || ':organisations:')
            where k.verification_method = :method and o.did = :did
            group by k.id, k.revoked_at
            having count(*) filter (where c.part < c.parts) = max(c.parts) and max(c.parts) = min(c.parts)
            """)
        .bind("method", key.url())
        .bind("did", key.did().value())
        .map(
            (row, _) ->
                new Stated(
                    row.getObject("id", UUID.class),
                    row.getObject("revoked_at", OffsetDateTime.class)))
        .findOne();
  }

  /** By its bytes too: what a program composed has an id of the program's, or none. */
  private static CompromisedKeys.Answer find(
      Handle sql, Stated stated, Optional<CredentialId> credential, String digest) {
    List<String> registered =
        sql.createQuery(
                """
                select r.digest from key_compromise_registered r
                join key_compromise c on c.key_id = r.key_id and c.part = r.part
                where r.key_id = :key and c.since = :since
                  and (r.credential = :credential or r.digest = :digest)
                """)
            .bind("key", stated.key())
            .bind("credential", credential.map(CredentialId::value).orElse(null))
            .bind("digest", digest)
            .bind("since", stated.since())
            .mapTo(String.class)
            .list();
    if (registered.isEmpty()) {
      return new CompromisedKeys.NotRegistered();
    }
    return registered.contains(digest)
        ? new CompromisedKeys.RegisteredBefore()
        : new CompromisedKeys.RegisteredOtherwise();
  }

  private record Stated(UUID key, OffsetDateTime since) {}
}
