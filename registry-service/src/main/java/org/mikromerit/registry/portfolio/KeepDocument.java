package org.mikromerit.registry.portfolio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.openbadge.CredentialFacts;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.registry.portfolio.PortfolioEntry.Source;

/** Puts documents into the portfolios of references, sealed. */
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

  /**
   * A document that comes.
   *
   * @param organisation its issuer, where that is one of this register's
   * @param sdJwt the same credential to be shown in parts, where its issuer signed it so
   */
  record Arrived(
      String learnerRef,
      HeldDocument document,
      Source source,
      @Nullable UUID organisation,
      @Nullable SdJwt sdJwt) {}

  /**
   * Keeps documents, each of another credential.
   *
   * @return how many their references did not have before
   */
  int keep(List<Arrived> documents) {
    LearnerVault.Seals seals =
        vault.seals(documents.stream().map(Arrived::learnerRef).collect(toSet()));
    return portfolio.add(
        documents.stream()
            .map(
                arrived ->
                    new Portfolio.Sealed(
                        entry(arrived),
                        seals.seal(
                            arrived.learnerRef(),
                            SealedNames.document(arrived.document().credential()),
                            arrived.document().bytes()),
                        sealed(seals, arrived)))
            .toList());
  }

  private static byte @Nullable [] sealed(LearnerVault.Seals seals, Arrived arrived) {
    SdJwt sdJwt = arrived.sdJwt();
    return sdJwt == null
        ? null
        : seals.seal(
            arrived.learnerRef(),
            SealedNames.sdJwt(arrived.document().credential()),
            sdJwt.text().getBytes(US_ASCII));
  }

  private PortfolioEntry entry(Arrived arrived) {
    HeldDocument document = arrived.document();
    CredentialFacts facts = document.facts();
    return new PortfolioEntry(
        arrived.learnerRef(),
        document.credential(),
        arrived.source(),
        arrived.organisation(),
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
