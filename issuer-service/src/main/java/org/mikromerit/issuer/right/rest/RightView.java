package org.mikromerit.issuer.right.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.definition.Draft.Text;
import org.mikromerit.issuer.right.IssuingRight;
import org.mikromerit.issuer.right.NamedRight;
import org.mikromerit.issuer.right.Terms;

/** An issuing right as its creator and its holder see it. */
@Schema(name = "IssuingRight")
record RightView(
    UUID id,
    UUID definition,
    @Schema(description = "The title of the definition's newest version") @Nullable Text title,
    UUID creator,
    @Nullable String creatorName,
    UUID holder,
    @Nullable String holderName,
    State state,
    @Schema(description = "That may be issued; none means all") List<Integer> versions,
    Instant validFrom,
    @Nullable Instant validUntil,
    Instant grantedAt,
    @Nullable Instant withdrawnAt,
    @Nullable String reason) {

  /** How it stands just now. */
  enum State {
    COMING,
    IN_FORCE,
    EXPIRED,
    WITHDRAWN
  }

  static RightView of(NamedRight named, Instant now) {
    IssuingRight right = named.right();
    Terms terms = right.terms();
    return new RightView(
        right.id(),
        right.definition(),
        named.title(),
        right.creator(),
        named.creatorName(),
        right.holder(),
        named.holderName(),
        state(terms, now),
        terms.versions(),
        terms.validFrom(),
        terms.validUntil(),
        right.grantedAt(),
        terms.isWithdrawn() ? terms.decidedAt() : null,
        terms.reason());
  }

  private static State state(Terms terms, Instant now) {
    if (terms.isWithdrawn()) {
      return State.WITHDRAWN;
    }
    if (terms.isExpired(now)) {
      return State.EXPIRED;
    }
    return terms.hasBegun(now) ? State.IN_FORCE : State.COMING;
  }
}
