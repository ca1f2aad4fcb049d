package org.mikromerit.registry.portfolio.rest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.openbadge.CredentialFacts;
import org.mikromerit.credential.openbadge.CredentialFacts.PartReference;
import org.mikromerit.registry.portfolio.PortfolioEntry;
import org.mikromerit.registry.portfolio.PortfolioEntry.Source;
import org.mikromerit.registry.portfolio.ReadPortfolio.Document;
import org.mikromerit.registry.portfolio.Standing;
import org.mikromerit.registry.portfolio.rest.HeldView.IssuerView;

/** A credential with what its document says, to be read by people. */
record DetailsView(
    UUID id,
    String title,
    IssuerView issuer,
    @Nullable String holderName,
    Instant awardedAt,
    Instant issuedAt,
    @Nullable Instant validUntil,
    @Nullable String kind,
    @Nullable String level,
    @Nullable String definition,
    @Nullable String definitionVersion,
    List<PartView> parts,
    Source source,
    Instant receivedAt,
    String digest,
    Standing status,
    @Nullable URI appealTo) {

  /** A part that this credential is awarded for, and how it stands by now. */
  record PartView(String id, @Nullable String title, Standing status) {}

  static DetailsView of(Document document) {
    HeldView held = HeldView.of(document.held());
    PortfolioEntry entry = document.held().entry();
    CredentialFacts facts = document.facts();
    return new DetailsView(
        held.id(),
        held.title(),
        held.issuer(),
        facts.holderName().orElse(null),
        held.awardedAt(),
        held.issuedAt(),
        facts.validUntil().orElse(null),
        held.kind(),
        held.level(),
        entry.definition(),
        entry.definitionVersion(),
        facts.parts().stream().map(part -> part(document, part)).toList(),
        held.source(),
        entry.receivedAt(),
        entry.digest(),
        held.status(),
        held.appealTo());
  }

  private static PartView part(Document document, PartReference part) {
    return new PartView(part.id(), part.title().orElse(null), document.standing(part));
  }
}
