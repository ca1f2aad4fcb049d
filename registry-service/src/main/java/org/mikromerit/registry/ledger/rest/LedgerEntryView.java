package org.mikromerit.registry.ledger.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.registry.ledger.CredentialFact.Issued;
import org.mikromerit.registry.ledger.CredentialFact.Revoked;
import org.mikromerit.registry.ledger.CredentialFact.Signed;
import org.mikromerit.registry.ledger.LedgerEntry;

/** An entry as everyone may see it; which members it has follows from its fact. */
record LedgerEntryView(
    long position,
    UUID credentialId,
    Fact fact,
    UUID issuer,
    @Nullable UUID keyId,
    @Nullable UUID definitionId,
    @Nullable Integer definitionVersion,
    @Nullable String digest,
    @Nullable String reason,
    Instant occurredAt,
    Instant registeredAt) {

  enum Fact {
    ISSUED,
    SIGNED,
    REVOKED
  }

  static LedgerEntryView of(LedgerEntry entry) {
    return switch (entry.fact()) {
      case Issued issued ->
          new LedgerEntryView(
              entry.position(),
              issued.credential(),
              Fact.ISSUED,
              issued.issuer(),
              issued.key(),
              issued.definition(),
              issued.definitionVersion(),
              issued.digest(),
              null,
              issued.occurredAt(),
              entry.registeredAt());
      case Signed signed ->
          new LedgerEntryView(
              entry.position(),
              signed.credential(),
              Fact.SIGNED,
              signed.issuer(),
              signed.key(),
              null,
              null,
              signed.digest(),
              null,
              signed.occurredAt(),
              entry.registeredAt());
      case Revoked revoked ->
          new LedgerEntryView(
              entry.position(),
              revoked.credential(),
              Fact.REVOKED,
              revoked.issuer(),
              null,
              null,
              null,
              null,
              revoked.reason(),
              revoked.occurredAt(),
              entry.registeredAt());
    };
  }
}
