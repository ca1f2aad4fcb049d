package org.mikromerit.credential.status;

import java.net.URI;
import java.time.Instant;
import java.util.OptionalInt;
import org.mikromerit.credential.did.VerificationMethodId;

/**
 * A status list whose issuer's signature was verified; only {@link StatusListVerifier} makes one,
 * so that nobody can rely on another.
 */
public final class VerifiedStatusList implements VerifiedList {

  private final StatusListCredential list;
  private final VerificationMethodId key;

  VerifiedStatusList(StatusListCredential list, VerificationMethodId key) {
    this.list = list;
    this.key = key;
  }

  @Override
  public VerificationMethodId key() {
    return key;
  }

  @Override
  public URI url() {
    return list.url();
  }

  @Override
  public Instant issuedAt() {
    return list.validFrom();
  }

  @Override
  public int bytes() {
    return list.bits().size() / Byte.SIZE;
  }

  public StatusListCredential list() {
    return list;
  }

  /** Whether it is too old to be relied on. */
  public boolean isStale(Instant now) {
    return !now.isBefore(list.validUntil());
  }

  /** 1 or 0; empty if the list has no such index. */
  public OptionalInt bit(int index) {
    if (index < 0 || index >= list.bits().size()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(list.bits().isSet(index) ? 1 : 0);
  }
}
