package org.mikromerit.registry.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Something that happened to a credential, for good. */
public sealed interface CredentialFact {

  UUID credential();

  /** The organisation that issued it. */
  UUID issuer();

  /**
   * By the issuer's clock, in microseconds: what the database keeps, so that what is read back is
   * equal.
   */
  Instant occurredAt();

  /**
   * It was signed.
   *
   * @param digest SHA-256 of the signed bytes, in hexadecimal
   */
  record Issued(
      UUID credential,
      UUID issuer,
      UUID key,
      UUID definition,
      int definitionVersion,
      String digest,
      Instant occurredAt)
      implements CredentialFact {
    public Issued {
      occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /**
   * It was signed as a program composed it, under no definition. What became of it only its own
   * status list tells.
   *
   * @param credential by which its issuer keeps it; the document may have another id, or none
   * @param digest SHA-256 of the signed bytes, in hexadecimal
   */
  record Signed(UUID credential, UUID issuer, UUID key, String digest, Instant occurredAt)
      implements CredentialFact {
    public Signed {
      occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /**
   * It was taken back.
   *
   * @param reason the code that the issuer gave
   */
  record Revoked(UUID credential, UUID issuer, String reason, Instant occurredAt)
      implements CredentialFact {
    public Revoked {
      occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }
  }
}
