package org.mikromerit.issuer.right;

import java.time.Instant;
import java.util.UUID;

/**
 * A creator's permission to another organisation to issue a definition.
 *
 * @param terms of now
 * @param sequence how often the terms were decided, from 1
 */
public record IssuingRight(
    UUID id,
    UUID definition,
    UUID creator,
    UUID holder,
    Instant grantedAt,
    Terms terms,
    long sequence) {

  IssuingRight under(Terms next) {
    return new IssuingRight(id, definition, creator, holder, grantedAt, next, sequence + 1);
  }

  /** Whether nothing can be issued by it any more. */
  public boolean isOver(Instant now) {
    return terms.isWithdrawn() || terms.isExpired(now);
  }

  /** Since when it is over; only for one that is. */
  Instant overSince() {
    Instant end = terms.validUntil();
    return terms.isWithdrawn() || end == null ? terms.decidedAt() : end;
  }
}
