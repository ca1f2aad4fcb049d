package org.mikromerit.credential.status;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.proof.IssuerKeys;

/**
 * A token status list whose signature was verified; only {@link #read} makes one, so that nobody
 * can rely on another.
 */
public final class VerifiedTokenList implements VerifiedList {

  private final StatusListToken list;
  private final VerificationMethodId key;

  private VerifiedTokenList(StatusListToken list, VerificationMethodId key) {
    this.list = list;
    this.key = key;
  }

  /**
   * The list, if a key that counts for its signer signed it.
   *
   * @param keys as they count for lists
   */
  public static Optional<VerifiedTokenList> read(String token, IssuerKeys keys, Instant now) {
    return CompactJws.parse(token)
        .flatMap(
            statement ->
                keys.find(statement.key()) instanceof IssuerKeys.Held held
                    ? StatusListToken.read(statement, held.key())
                        .filter(list -> held.wasInUseAt(list.issuedAt()))
                        .map(list -> new VerifiedTokenList(list, statement.key()))
                    : Optional.empty())
        .filter(verified -> !verified.list.issuedAt().isAfter(now.plus(Moment.CLOCK_SKEW)));
  }

  @Override
  public VerificationMethodId key() {
    return key;
  }

  @Override
  public Instant issuedAt() {
    return list.issuedAt();
  }

  /** Who signed it. */
  public Did issuer() {
    return key.did();
  }

  public StatusListToken list() {
    return list;
  }

  @Override
  public URI url() {
    return list.url();
  }

  @Override
  public int bytes() {
    return list.statuses().size() * list.statuses().width() / Byte.SIZE;
  }

  /** Whether it is too old to be relied on. */
  public boolean isStale(Instant now) {
    return !now.isBefore(list.expires());
  }

  /** The value at the index; empty if the list has no such index. */
  public OptionalInt value(int index) {
    return index < 0 || index >= list.statuses().size()
        ? OptionalInt.empty()
        : OptionalInt.of(list.statuses().value(index));
  }
}
