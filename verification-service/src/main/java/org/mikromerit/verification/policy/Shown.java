package org.mikromerit.verification.policy;

import java.time.Instant;
import java.util.Set;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.openbadge.CredentialFacts;

/**
 * What rules judge by.
 *
 * @param facts as the issuer signed them
 * @param found by the checks
 * @param asOf the moment that the verdict speaks of
 */
public record Shown(CredentialFacts facts, Set<FindingCode> found, Instant asOf) {

  /** Copies what was found. */
  public Shown {
    found = Set.copyOf(found);
  }
}
