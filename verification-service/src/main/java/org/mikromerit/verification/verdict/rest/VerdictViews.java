package org.mikromerit.verification.verdict.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.Issuers;
import org.mikromerit.credential.openbadge.CredentialFacts;
import org.mikromerit.verification.policy.Policy;
import org.mikromerit.verification.policy.PolicyWords;
import org.mikromerit.verification.verdict.GiveVerdict.Given;
import org.mikromerit.verification.verdict.HowChecked;
import org.mikromerit.verification.verdict.Words;
import org.mikromerit.verification.verdict.rest.VerdictView.CredentialView;
import org.mikromerit.verification.verdict.rest.VerdictView.FindingView;
import org.mikromerit.verification.verdict.rest.VerdictView.IssuerView;
import org.mikromerit.verification.verdict.rest.VerdictView.RuleView;
import org.mikromerit.verification.verdict.rest.VerdictView.StatementView;

/** Writes verdicts as they are answered. */
@ApplicationScoped
class VerdictViews {
  private final Words words;
  private final HowChecked howChecked;
  private final PolicyWords policyWords;
  private final Issuers register;

  VerdictViews(Words words, HowChecked howChecked, PolicyWords policyWords, Issuers register) {
    this.words = words;
    this.howChecked = howChecked;
    this.policyWords = policyWords;
    this.register = register;
  }

  VerdictView of(Given given) {
    return of(given, null);
  }

  /** With the answers to a policy, where one was sent. */
  VerdictView of(Given given, @Nullable Policy policy) {
    var verdict = given.verdict();
    List<StatementView> statements =
        howChecked.of(given).stream().map(VerdictViews::statement).toList();
    return new VerdictView(
        verdict.conclusion().name(),
        verdict.findings().stream().map(finding -> finding(finding, given)).toList(),
        verdict.facts().map(this::credential).orElse(null),
        statements.isEmpty() ? null : statements,
        policy == null
            ? null
            : policy.judge(verdict, given.moment()).stream().map(this::rule).toList(),
        given.checkedAt(),
        given.moment().asOf());
  }

  private FindingView finding(Finding finding, Given given) {
    return new FindingView(
        finding.check().code(),
        finding.outcome().name(),
        finding.code().code(),
        words.of(finding, given.moment()),
        finding.evidence());
  }

  private static StatementView statement(HowChecked.Statement statement) {
    return new StatementView(
        statement.topic().code(), statement.stated(), statement.source().name(), statement.text());
  }

  private RuleView rule(Policy.Judged judged) {
    return new RuleView(judged.rule(), judged.answer().name(), policyWords.of(judged));
  }

  private CredentialView credential(CredentialFacts facts) {
    return new CredentialView(
        facts.id(),
        facts.title(),
        issuer(facts),
        facts.holderName().orElse(null),
        facts.issuedAt(),
        facts.awardedAt().orElse(null),
        facts.validUntil().orElse(null),
        facts.kind().orElse(null),
        facts.certificationLevel().orElse(null),
        facts.grade().orElse(null),
        facts.parts().stream().map(CredentialFacts.PartReference::id).toList(),
        facts.content().description().orElse(null),
        facts.content().outcomes(),
        facts.content().criteria().orElse(null));
  }

  private IssuerView issuer(CredentialFacts facts) {
    Optional<String> registered =
        register.find(facts.issuer()) instanceof Issuers.Listed listed
            ? Optional.of(listed.name())
            : Optional.empty();
    return new IssuerView(
        facts.issuer().value(),
        registered.or(facts::issuerName).orElse(null),
        registered.isPresent());
  }
}
