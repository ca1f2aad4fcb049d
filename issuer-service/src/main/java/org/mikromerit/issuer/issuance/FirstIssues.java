package org.mikromerit.issuer.issuance;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Knows, for everything that can be earned once, the first credential that was issued for it: one
 * learner, one version of a definition, one occasion.
 */
public interface FirstIssues {

  /**
   * Notes credentials as the first for their occasions. Waits for transactions that are about to do
   * the same.
   *
   * @param credentials by occasion
   * @return the credentials that were there before, by occasion
   */
  Map<UUID, UUID> claim(Map<UUID, UUID> credentials);

  /** The first credentials for occasions, by occasion; for those without one, none. */
  Map<UUID, UUID> find(Set<UUID> occasions);
}
