package org.mikromerit.registry.ledger;

import java.time.Instant;

/**
 * A fact with its place in the ledger.
 *
 * @param registeredAt by our clock, when we learned of it
 */
public record LedgerEntry(long position, CredentialFact fact, Instant registeredAt) {}
