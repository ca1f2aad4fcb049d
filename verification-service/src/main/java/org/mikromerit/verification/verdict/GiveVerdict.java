package org.mikromerit.verification.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.mikromerit.credential.check.CredentialStatuses;
import org.mikromerit.credential.check.Issuers;
import org.mikromerit.credential.check.IssuingRights;
import org.mikromerit.credential.check.StatusLists;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.check.Verification;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.proof.IssuerKeys;

/**
 * Somebody posts a document and learns whether to believe it. Nothing is written and nobody is
 * asked.
 */
@ApplicationScoped
public class GiveVerdict {
  private final Verification verification;
  private final InstantSource clock;

  GiveVerdict(
      IssuerKeys keys,
      Issuers issuers,
      IssuingRights rights,
      StatusLists lists,
      CredentialStatuses statuses,
      InstantSource clock) {
    this.verification = Verification.standard(keys, issuers, rights, lists, statuses);
    this.clock = clock;
  }

  /** A verdict, and the moment that it speaks of. */
  public record Given(Verdict verdict, Instant checkedAt) {}

  /**
   * The verdict about the document as it was posted.
   *
   * @throws MalformedJson if there is nothing that a verdict could be about
   */
  public Given about(byte[] document) throws MalformedJson {
    Instant now = clock.instant();
    return new Given(verification.verify(document, now), now);
  }
}
