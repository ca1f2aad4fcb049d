package org.mikromerit.credential.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mikromerit.credential.openbadge.CredentialFacts;

/**
 * What came of verifying one document.
 *
 * @param facts only if the proof holds: what nobody is known to have signed is not shown
 */
public record Verdict(
    Conclusion conclusion, List<Finding> findings, Optional<CredentialFacts> facts) {

  /** The same with more findings, and what they come to together. */
  public Verdict with(List<Finding> more) {
    return of(Stream.concat(findings.stream(), more.stream()).toList(), facts);
  }

  static Verdict of(List<Finding> findings, Optional<CredentialFacts> facts) {
    return new Verdict(Conclusion.of(findings), List.copyOf(findings), facts);
  }
}
