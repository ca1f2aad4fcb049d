package org.mikromerit.verification.verdict.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
    @Schema(
            description =
                "How was this checked? Plain statements, each with whose word it is; there only if its signature holds")
        @Nullable List<StatementView> howChecked,
    @Schema(description = "An answer to each rule of the verifier's policy, if one was sent")
        @Nullable List<RuleView> policy,
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
                  "format, proof, issuer, issuing-right, accreditation, status, time, holder-binding, parts, completeness, quality-assurance, endorsements or source")
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
      @Schema(description = "apart from what it certifies, and from who assures the quality")
          @Nullable String grade,
      List<String> parts,
      @Nullable String description,
      @Schema(description = "what the holder knows or can do") List<String> outcomes,
      @Schema(description = "what it takes to be awarded it") @Nullable String criteria) {}

  /** The issuer; the name is the register's where the register has it. */
  @Schema(name = "VerifiedIssuer")
  record IssuerView(String did, @Nullable String name, boolean nameByTheRegister) {}

  /** One plain statement about how the learning was checked. */
  @Schema(name = "HowChecked")
  record StatementView(
      @Schema(
              description =
                  "validation-method, assessed-by, supervision, evidence, coverage, certification-level, quality-assurance or accreditation")
          String topic,
      @Schema(description = "False if there is nothing to tell of it") boolean stated,
      @Schema(description = "ISSUER or REGISTER: whose word it is") String source,
      @Schema(description = "the statement, by language") Map<String, String> text) {}

  /** One rule of a policy with its answer. */
  @Schema(name = "PolicyAnswer")
  record RuleView(
      String rule,
      @Schema(description = "MET, NOT_MET or NOT_STATED") String answer,
      @Schema(description = "the same in words, by language") Map<String, String> text) {}
}
