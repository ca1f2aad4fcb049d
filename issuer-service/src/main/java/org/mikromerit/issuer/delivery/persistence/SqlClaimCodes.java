package org.mikromerit.issuer.delivery.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.issuer.delivery.ClaimCodes;

@ApplicationScoped
class SqlClaimCodes implements ClaimCodes {
  private static final int FORGET_AT_ONCE = 100;

  private final Jdbi jdbi;

  SqlClaimCodes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<Claimable> find(UUID organisation, UUID credential) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select id, organisation, learner_ref from credential
                     where organisation = :organisation and id = :credential
                    """)
                .bind("organisation", organisation)
                .bind("credential", credential)
                .map((row, _) -> claimable(row))
                .findOne());
  }

  @Override
  public boolean put(UUID credential, byte[] codeHash, Instant madeAt, Instant expiresAt) {
    return jdbi.withHandle(
        sql ->
            sql.createUpdate(
                        """
                        insert into claim_code (credential, code_hash, made_at, expires_at)
                        values (:credential, :hash, :madeAt, :expiresAt)
                        on conflict (credential) do update
                           set code_hash = excluded.code_hash, made_at = excluded.made_at,
                               expires_at = excluded.expires_at
                         where claim_code.claimed_at is null
                        """)
                    .bind("credential", credential)
                    .bind("hash", codeHash)
                    .bind("madeAt", madeAt)
                    .bind("expiresAt", expiresAt)
                    .execute()
                == 1);
  }

  @Override
  public Optional<Claimable> claim(byte[] codeHash, String accountRef, Instant at) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    with claimed as (
                      update claim_code set code_hash = null, account_ref = :account, claimed_at = :at
                       where code_hash = :hash and expires_at > :at and claimed_at is null
                      returning credential)
                    select c.id, c.organisation, c.learner_ref
                      from claimed join credential c on c.id = claimed.credential
                    """)
                .bind("account", accountRef)
                .bind("at", at)
                .bind("hash", codeHash)
                .map((row, _) -> claimable(row))
                .findOne());
  }

  @Override
  public int attempt(String accountRef, Instant since, Instant now) {
    forget(since);
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    insert into claim_attempt (account_ref, since, attempts) values (:account, :now, 1)
                    on conflict (account_ref) do update
                       set attempts = case when claim_attempt.since < :since then 1
                                           else least(claim_attempt.attempts, 1000000) + 1 end,
                           since = case when claim_attempt.since < :since then :now
                                        else claim_attempt.since end
                    returning attempts
                    """)
                .bind("account", accountRef)
                .bind("since", since)
                .bind("now", now)
                .mapTo(Integer.class)
                .one());
  }

  /** What no longer counts goes as new attempts come, so that the table stays small. */
  private void forget(Instant before) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    delete from claim_attempt where account_ref in (
                      select account_ref from claim_attempt where since < :before
                       limit :most for update skip locked)
                    """)
                .bind("before", before)
                .bind("most", FORGET_AT_ONCE)
                .execute());
  }

  @Override
  public void forgive(String accountRef) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    "update claim_attempt set attempts = attempts - 1 where account_ref = :account")
                .bind("account", accountRef)
                .execute());
  }

  private static Claimable claimable(ResultSet row) throws SQLException {
    return new Claimable(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getString("learner_ref"));
  }
}
