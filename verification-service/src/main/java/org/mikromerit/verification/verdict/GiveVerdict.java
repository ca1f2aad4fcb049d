package org.mikromerit.verification.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.check.CheckName;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.check.StatusById;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.check.Verification;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.verification.bundle.Knowledge;
import org.mikromerit.verification.bundle.OwnKnowledge;
import org.mikromerit.verification.bundle.TrustBundle;

/**
 * Somebody posts a document and learns whether to believe it. Nothing is written and nobody is
 * asked.
 */
@ApplicationScoped
public class GiveVerdict {
  private final OwnKnowledge own;
  private final InstantSource clock;

  GiveVerdict(OwnKnowledge own, InstantSource clock) {
    this.own = own;
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
    return about(document, List.of());
  }

  /**
   * The same for a document that came with what registries said of its issuer.
   *
   * @param bundles of trusted registries, which stand behind our own copies
   */
  public Given about(byte[] document, List<TrustBundle> bundles) throws MalformedJson {
    Instant now = clock.instant();
    Knowledge knowledge = own.with(bundles);
    Verdict verdict =
        Verification.standard(
                knowledge::key,
                knowledge::issuer,
                knowledge::rights,
                knowledge::list,
                knowledge::status)
            .verify(document, now);
    return new Given(verdict.with(sources(knowledge, now)), now);
  }

  /** What is known of a credential by its id alone, which is never a yes. */
  public Given about(CredentialId id) {
    return new Given(new StatusById(own.with(List.of())::status).verdict(id), clock.instant());
  }

  private static List<Finding> sources(Knowledge knowledge, Instant now) {
    return knowledge.heard().stream().map(bundle -> source(bundle, now)).toList();
  }

  private static Finding source(TrustBundle bundle, Instant now) {
    return new Finding(
        CheckName.SOURCE,
        FindingCode.TOLD_BY_ANOTHER_REGISTRY,
        Map.of(
            "registry", bundle.registry().value(),
            "asOf", bundle.asOf().toString(),
            "ageSeconds", Long.toString(ageSeconds(bundle, now))));
  }

  static long ageSeconds(TrustBundle bundle, Instant now) {
    return Math.max(0, Duration.between(bundle.asOf(), now).toSeconds());
  }
}
