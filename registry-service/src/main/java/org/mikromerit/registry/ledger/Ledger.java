package org.mikromerit.registry.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The register of facts about credentials; it only grows. */
public interface Ledger {

  /**
   * Appends facts, once for each credential and kind of fact: a fact that is there already changes
   * nothing.
   *
   * @return for each the fact that the ledger holds, which is another where an earlier one
   *     contradicts it
   */
  List<CredentialFact> append(List<CredentialFact> facts, Instant registeredAt);

  /** All that is known of the credentials, in the order of registration. */
  List<CredentialFact> about(Collection<UUID> credentials);

  /** At most so many entries after the position, of one credential or of all. */
  List<LedgerEntry> after(long position, Optional<UUID> credential, int atMost);
}
