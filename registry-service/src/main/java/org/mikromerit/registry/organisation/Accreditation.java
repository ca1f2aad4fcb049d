package org.mikromerit.registry.organisation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A body's dated decision about an organisation, as a registrar recorded it. */
public record Accreditation(
    UUID id, UUID organisation, Terms terms, @Nullable Withdrawal withdrawal) {

  /**
   * What was decided.
   *
   * @param scheme that it was decided under
   * @param body that decided
   * @param scope what it covers; null for all that the organisation offers
   * @param reference by which the body knows its decision
   * @param validUntil when it ends by itself; after {@code validFrom}
   */
  public record Terms(
      String scheme,
      String body,
      @Nullable String scope,
      @Nullable String reference,
      Instant validFrom,
      @Nullable Instant validUntil) {
    public Terms {
      if (validUntil != null && !validUntil.isAfter(validFrom)) {
        throw new IllegalArgumentException("an accreditation ends after it begins");
      }
    }
  }

  /** The body took it back. */
  public record Withdrawal(Instant at, String reason) {}

  Accreditation withdrawn(Instant at, String reason) {
    return new Accreditation(id, organisation, terms, new Withdrawal(at, reason));
  }
}
