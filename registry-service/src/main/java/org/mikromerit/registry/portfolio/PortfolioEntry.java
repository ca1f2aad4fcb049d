package org.mikromerit.registry.portfolio;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a credential in a portfolio without opening its document.
 *
 * @param learnerRef the reference that it was issued to, or of the account that imported it
 * @param organisation null where the issuer is none of this register's
 * @param issuer the issuer's DID, as the document has it
 * @param digest SHA-256 of the document, in hexadecimal
 */
public record PortfolioEntry(
    String learnerRef,
    UUID credential,
    Source source,
    @Nullable UUID organisation,
    String issuer,
    @Nullable String issuerName,
    String title,
    @Nullable String definition,
    @Nullable String definitionVersion,
    @Nullable String kind,
    @Nullable String level,
    Instant awardedAt,
    Instant issuedAt,
    String digest,
    Instant receivedAt) {

  /** How it came here. */
  public enum Source {
    /** Its issuer sent it. */
    DELIVERED,
    /** The learner brought it along. */
    IMPORTED
  }
}
