package org.mikromerit.registry.organisation.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.registry.organisation.Accreditation;

/** An accreditation as everyone may see it. */
record AccreditationView(
    UUID id,
    String scheme,
    String body,
    @Nullable String scope,
    @Nullable String reference,
    Instant validFrom,
    @Nullable Instant validUntil,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawalReason) {

  static AccreditationView of(Accreditation accreditation) {
    Accreditation.Terms terms = accreditation.terms();
    Optional<Accreditation.Withdrawal> withdrawal = Optional.ofNullable(accreditation.withdrawal());
    return new AccreditationView(
        accreditation.id(),
        terms.scheme(),
        terms.body(),
        terms.scope(),
        terms.reference(),
        terms.validFrom(),
        terms.validUntil(),
        withdrawal.map(Accreditation.Withdrawal::at).orElse(null),
        withdrawal.map(Accreditation.Withdrawal::reason).orElse(null));
  }
}
