package org.mikromerit.issuer.issuance;

import java.util.Optional;
import java.util.UUID;

/**
 * Knows, for everything that can be earned once, the first credential that was issued for it: one
 * learner, one version of a definition, one occasion.
 */
public interface FirstIssues {

  /**
   * Notes a credential as the first for its occasion. Waits for a transaction that is about to do
   * the same.
   *
   * @return the credential that was there before; empty where this is the first
   */
  Optional<UUID> claim(UUID occasion, UUID credential);

  /** The first credential for an occasion. */
  Optional<UUID> find(UUID occasion);
}
