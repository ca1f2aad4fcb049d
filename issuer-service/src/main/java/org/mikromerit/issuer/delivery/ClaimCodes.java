package org.mikromerit.issuer.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps the hashes of codes, who claimed what, and who was wrong how often. */
public interface ClaimCodes {

  /** A credential, as far as it matters to who claims it. */
  record Claimable(UUID credential, UUID organisation, String learnerRef) {}

  /** The credential, if the organisation issued it. */
  Optional<Claimable> find(UUID organisation, UUID credential);

  /**
   * Lets the credential wait for this code, and no more for any other.
   *
   * @return false where it was claimed: nothing changes then
   */
  boolean put(UUID credential, byte[] codeHash, Instant madeAt, Instant expiresAt);

  /**
   * Makes the credential that waits for this code the account's, and uses up the code. Of several
   * at once, one succeeds.
   *
   * @return empty where no credential waits for it, or waited too long
   */
  Optional<Claimable> claim(byte[] codeHash, String accountRef, Instant at);

  /**
   * Counts an attempt before it is looked at, so that many at once do not all pass for the first.
   *
   * @param since attempts before it no longer count
   * @return how many there were since then, this one among them
   */
  int attempt(String accountRef, Instant since, Instant now);

  /** The attempt was none: the code was right. */
  void forgive(String accountRef);
}
