package org.mikromerit.registry.portfolio.rest;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.registry.portfolio.PortfolioEntry;
import org.mikromerit.registry.portfolio.PortfolioEntry.Source;
import org.mikromerit.registry.portfolio.ReadPortfolio.Held;
import org.mikromerit.registry.portfolio.Standing;

/**
 * A credential in the learner's list.
 *
 * @param appealTo where its learner can object to its suspension or revocation
 */
record HeldView(
    UUID id,
    String title,
    IssuerView issuer,
    Instant awardedAt,
    Instant issuedAt,
    @Nullable String kind,
    @Nullable String level,
    Source source,
    Standing status,
    @Nullable URI appealTo) {

  /** Who issued it; the organisation where it is in this register. */
  record IssuerView(@Nullable String name, String did, @Nullable UUID organisation) {}

  static HeldView of(Held held) {
    PortfolioEntry entry = held.entry();
    return new HeldView(
        entry.credential(),
        entry.title(),
        new IssuerView(held.issuerName().orElse(null), entry.issuer(), entry.organisation()),
        entry.awardedAt(),
        entry.issuedAt(),
        entry.kind(),
        entry.level(),
        entry.source(),
        held.standing(),
        held.appealTo().orElse(null));
  }
}
