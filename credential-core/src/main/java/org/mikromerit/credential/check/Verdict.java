package org.mikromerit.credential.check;

import java.util.List;
import java.util.Optional;
import org.mikromerit.credential.openbadge.CredentialFacts;

/**
 * What came of verifying one document.
 *
 * @param facts only if the proof holds: what nobody is known to have signed is not shown
 */
public record Verdict(
    Conclusion conclusion, List<Finding> findings, Optional<CredentialFacts> facts) {

  static Verdict of(List<Finding> findings, Optional<CredentialFacts> facts) {
    return new Verdict(Conclusion.of(findings), List.copyOf(findings), facts);
  }
}
