package org.mikromerit.verification.verdict.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.check.Issuers;
import org.mikromerit.credential.openbadge.CredentialFacts;
import org.mikromerit.verification.verdict.GiveVerdict.Given;
import org.mikromerit.verification.verdict.Words;

/** A verdict as it is answered. */
@Schema(name = "Verdict")
record VerdictView(
    @Schema(
            description =
                "VALID, VALID_WITH_WARNINGS, INVALID, or UNDECIDED where something could not be checked; only the first two are a yes")
        String conclusion,
    List<FindingView> findings,
    @Schema(description = "What the document says; there only if its signature holds")
        @Nullable CredentialView credential,
    Instant checkedAt,
    @Schema(
            description =
                "The moment that it speaks of: when it was checked, unless another was asked about")
        Instant asOf) {

  /** One check's finding. */
  @Schema(name = "Finding")
  record FindingView(
      @Schema(
              description =
                  "format, proof, issuer, issuing-right, accreditation, status, time, parts or source")
          String check,
      @Schema(description = "PASSED, WARNING, FAILED or UNDECIDED") String outcome,
      @Schema(description = "stable, for programs") String code,
      @Schema(description = "the same in words, by language") Map<String, String> text,
      @Schema(description = "what it rests on") Map<String, String> evidence) {}

  /** What the document says, with the issuer's name by the register first. */
  @Schema(name = "VerifiedCredential")
  record CredentialView(
      String id,
      String title,
      IssuerView issuer,
      @Nullable String holderName,
      Instant issuedAt,
      @Nullable Instant awardedAt,
      @Nullable Instant validUntil,
      @Nullable String kind,
      @Nullable String certificationLevel,
      List<String> parts) {}

  /** The issuer; the name is the register's where the register has it. */
  @Schema(name = "VerifiedIssuer")
  record IssuerView(String did, @Nullable String name, boolean nameByTheRegister) {}

  static VerdictView of(Given given, Words words, Issuers register) {
    var verdict = given.verdict();
    return new VerdictView(
        verdict.conclusion().name(),
        verdict.findings().stream()
            .map(
                finding ->
                    new FindingView(
                        finding.check().code(),
                        finding.outcome().name(),
                        finding.code().code(),
                        words.of(finding, given.moment()),
                        finding.evidence()))
            .toList(),
        verdict.facts().map(facts -> credential(facts, register)).orElse(null),
        given.checkedAt(),
        given.moment().asOf());
  }

  private static CredentialView credential(CredentialFacts facts, Issuers register) {
    return new CredentialView(
        facts.id(),
        facts.title(),
        issuer(facts, register),
        facts.holderName().orElse(null),
        facts.issuedAt(),
        facts.awardedAt().orElse(null),
        facts.validUntil().orElse(null),
        facts.kind().orElse(null),
        facts.certificationLevel().orElse(null),
        facts.parts().stream().map(CredentialFacts.PartReference::id).toList());
  }

  private static IssuerView issuer(CredentialFacts facts, Issuers register) {
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
