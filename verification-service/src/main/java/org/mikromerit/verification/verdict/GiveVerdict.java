package org.mikromerit.verification.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.check.CheckName;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.check.Issuers;
import org.mikromerit.credential.check.ShownBy;
import org.mikromerit.credential.check.StatusById;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.check.Verification;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.jsonld.VerifyingTemplates;
import org.mikromerit.verification.bundle.Knowledge;
import org.mikromerit.verification.bundle.OwnKnowledge;
import org.mikromerit.verification.bundle.TrustBundle;
import org.mikromerit.verification.foreign.Asking;
import org.mikromerit.verification.foreign.ForeignDocuments;
import org.mikromerit.verification.foreign.ForeignVisit;
import org.mikromerit.verification.status.ListKeys;
import org.mikromerit.verification.trust.RegisteredBeforeCompromise;

/**
 * Somebody posts a document and learns whether to believe it. Nothing is written, and who is asked
 * is {@link ForeignVisit}'s affair.
 */
@ApplicationScoped
public class GiveVerdict {
  private final OwnKnowledge own;
  private final ForeignDocuments foreign;
  private final RegisteredBeforeCompromise compromised;
  private final VerifyingTemplates templates;
  private final InstantSource clock;

  GiveVerdict(
      OwnKnowledge own,
      ForeignDocuments foreign,
      RegisteredBeforeCompromise compromised,
      VerifyingTemplates templates,
      InstantSource clock) {
    this.own = own;
    this.foreign = foreign;
    this.compromised = compromised;
    this.templates = templates;
    this.clock = clock;
  }

  /** A verdict, with the moment that it speaks of and when it was given. */
  public record Given(Verdict verdict, Moment moment) {

    public Instant checkedAt() {
      return moment.checkedAt();
    }

    /** For who asked for some checks alone; for all of them where none is named. */
    public Given narrowedTo(Set<CheckName> checks) {
      return checks.isEmpty() ? this : new Given(verdict.narrowedTo(checks), moment);
    }
  }

  /** Now. */
  public Moment now() {
    return Moment.now(clock.instant());
  }

  /** That moment, seen from now; empty if it has not come yet. */
  public Optional<Moment> asOf(Instant then) {
    Instant now = clock.instant();
    return then.isAfter(now) ? Optional.empty() : Optional.of(new Moment(then, now));
  }

  /**
   * The verdict about the document as it was posted, with what registries said of its issuer.
   *
   * @param bundles of trusted registries, which stand behind our own copies
   * @throws MalformedJson if there is nothing that a verdict could be about
   */
  public Given about(byte[] document, List<TrustBundle> bundles, Moment moment)
      throws MalformedJson {
    return about(document, bundles, moment, asking(false));
  }

  /**
   * What whoever wants verdicts wants of others; for all of its verdicts the same.
   *
   * @param unknownIssuers whether an issuer whom nobody here knows is asked for its keys and its
   *     status list
   */
  public Asking asking(boolean unknownIssuers) {
    return foreign.asking(unknownIssuers);
  }

  /**
   * The same, and others are asked as whoever wants it wants.
   *
   * @throws MalformedJson as above
   */
  public Given about(byte[] document, List<TrustBundle> bundles, Moment moment, Asking asking)
      throws MalformedJson {
    return about(document, bundles, new ShownBy.Anybody(), moment, asking);
  }

  /**
   * The same for somebody who knows, or wants to see, that its holder shows it.
   *
   * @throws MalformedJson as above
   */
  public Given about(
      byte[] document, List<TrustBundle> bundles, ShownBy by, Moment moment, Asking asking)
      throws MalformedJson {
    ForeignVisit visit = foreign.visit(asking);
    Knowledge knowledge = own.with(bundles, visit::key, visit);
    Verification verification =
        Verification.over(
            templates,
            knowledge::key,
            knowledge::issuer,
            knowledge::rights,
            knowledge.lists(),
            knowledge::status,
            compromised);
    Verdict verdict = verification.verify(document, by, moment);
    while (visit.fetches(
        verdict,
        issuer -> knowledge.issuer(issuer) instanceof Issuers.Listed,
        new ListKeys(knowledge::key),
        new ListKeys(method -> own.with(bundles).key(method)))) {
      verdict = verification.verify(document, by, moment);
    }
    return new Given(verdict.with(sources(knowledge, moment)).with(visit.findings()), moment);
  }

  /** What is known of a credential by its id alone, which is never a yes. */
  public Given about(CredentialId id, Moment moment) {
    return new Given(new StatusById(own.with(List.of())::status).verdict(id, moment), moment);
  }

  private static List<Finding> sources(Knowledge knowledge, Moment moment) {
    return knowledge.heard().stream().map(bundle -> source(bundle, moment.checkedAt())).toList();
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
