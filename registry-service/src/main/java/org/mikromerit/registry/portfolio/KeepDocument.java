package org.mikromerit.registry.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.openbadge.CredentialFacts;
import org.mikromerit.registry.portfolio.PortfolioEntry.Source;

/** Puts a document into the portfolio of a reference, sealed. */
@ApplicationScoped
class KeepDocument {
  private static final int LONGEST = 500;

  private final Portfolio portfolio;
  private final LearnerVault vault;
  private final InstantSource clock;

  KeepDocument(Portfolio portfolio, LearnerVault vault, InstantSource clock) {
    this.portfolio = portfolio;
    this.vault = vault;
    this.clock = clock;
  }

  /** False if the reference has the credential already. */
  boolean keep(
      String learnerRef, HeldDocument document, Source source, @Nullable UUID organisation) {
    return portfolio.add(
        entry(learnerRef, document, source, organisation),
        vault.seal(learnerRef, document.credential(), document.bytes()));
  }

  private PortfolioEntry entry(
      String learnerRef, HeldDocument document, Source source, @Nullable UUID organisation) {
    CredentialFacts facts = document.facts();
    return new PortfolioEntry(
        learnerRef,
        document.credential(),
        source,
        organisation,
        facts.issuer().value(),
        facts.issuerName().map(KeepDocument::storable).orElse(null),
        storable(facts.title()),
        facts.definition().map(KeepDocument::storable).orElse(null),
        facts.definitionVersion().map(KeepDocument::storable).orElse(null),
        facts.kind().map(KeepDocument::storable).orElse(null),
        facts.certificationLevel().map(KeepDocument::storable).orElse(null),
        facts.awardedAt().orElse(facts.issuedAt()),
        facts.issuedAt(),
        document.digest(),
        clock.instant());
  }

  /** As much of it as a list shows; PostgreSQL's text knows no NUL. */
  private static String storable(String text) {
    String clean = text.replace('\0', '\uFFFD');
    return clean.length() <= LONGEST
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, clean.codePointCount(0, LONGEST - 1)));
  }
}
