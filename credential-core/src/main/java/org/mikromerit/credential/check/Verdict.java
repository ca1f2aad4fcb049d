package org.mikromerit.credential.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mikromerit.credential.openbadge.CredentialFacts;

/**
 * What came of verifying one document.
 *
 * @param facts only if the proof holds: what nobody is known to have signed is not shown
 */
public record Verdict(
    Conclusion conclusion, List<Finding> findings, Optional<CredentialFacts> facts) {

  private static final Set<CheckName> NEVER_LEFT_OUT =
      Set.of(CheckName.FORMAT, CheckName.PROOF, CheckName.ISSUER, CheckName.SOURCE);

  /** The same with more findings, and what they come to together. */
  public Verdict with(List<Finding> more) {
    return of(Stream.concat(findings.stream(), more.stream()).toList(), facts);
  }

  /**
   * What it comes to for who asked for some checks alone. Whether the document is one, whether its
   * issuer signed it, by a key that it might sign with then, and by whose word, is never left out.
   */
  public Verdict narrowedTo(Set<CheckName> asked) {
    return of(
        findings.stream()
            .filter(each -> NEVER_LEFT_OUT.contains(each.check()) || asked.contains(each.check()))
            .toList(),
        facts);
  }

  static Verdict of(List<Finding> findings, Optional<CredentialFacts> facts) {
    return new Verdict(Conclusion.of(findings), List.copyOf(findings), facts);
  }
}
