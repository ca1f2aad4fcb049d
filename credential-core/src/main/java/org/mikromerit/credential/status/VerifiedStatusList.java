package org.mikromerit.credential.status;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * A status list whose issuer's signature was verified; only {@link StatusListVerifier} makes one,
 * so that nobody can rely on another.
 */
public final class VerifiedStatusList {

  private final StatusListCredential list;

  VerifiedStatusList(StatusListCredential list) {
    this.list = list;
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
