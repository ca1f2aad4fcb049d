package org.mikromerit.verification.verdict.rest;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How requests that hold documents look; {@link RequestReader} reads them. */
final class RequestView {
  static final String ONE =
      """
      {"id": "urn:uuid:0190a000-0000-7000-8000-00000000c0de",
       "policy": {"minimumCertificationLevel": "DEMONSTRATED", "minimumEducationLevel": 4, "maximumAgeDays": 730,
                  "acceptedAssessments": ["practical", "workplace"], "identityChecked": true,
                  "minimumQualityAssurance": "third-party",
                  "acceptedIssuers": ["did:web:localhost%3A8082:organisations:0190a000-0000-7000-8000-000000000001"]},
       "asOf": "2026-06-01T00:00:00Z"}
      """;
  static final String MANY =
      """
      {"items": [{"id": "urn:uuid:0190a000-0000-7000-8000-00000000c0de"}, {"token": "eyJhbGciOiJFZERTQSJ9.e30.AA"}],
       "policy": {"supervised": true}, "askIssuer": true}
      """;

  private RequestView() {}

  /** One of document, token and id. */
  @Schema(name = "VerificationRequest")
  record One(
      @Schema(
              description =
                  "A credential as it was issued; or its text, if each byte matters because its key was lost")
          @Nullable Map<String, Object> document,
      @Schema(description = "A credential as a JWT") @Nullable String token,
      @Schema(description = "A credential's id, urn:uuid:…: then never a yes") @Nullable String id,
      @Nullable PolicyView policy,
      @Schema(description = AsOf.DESCRIPTION) @Nullable String asOf,
      @Schema(description = VerifyResource.ASK_ISSUER) @Nullable Boolean askIssuer,
      @Schema(description = "What a registry said of the issuers, as it was signed")
          @Nullable String bundle) {}

  /** Many of them. */
  @Schema(name = "BatchRequest")
  record Many(
      @Schema(minItems = 1, maxItems = RequestReader.MOST_ITEMS) List<ItemView> items,
      @Nullable PolicyView policy,
      @Schema(description = AsOf.DESCRIPTION) @Nullable String asOf,
      @Schema(description = VerifyResource.ASK_ISSUER) @Nullable Boolean askIssuer,
      @Schema(description = "What a registry said of the issuers, as it was signed")
          @Nullable String bundle) {}

  /** One of its three. */
  @Schema(name = "BatchRequestItem")
  record ItemView(
      @Nullable Map<String, Object> document, @Nullable String token, @Nullable String id) {}

  /** What a verifier asks; each rule may be left out. */
  @Schema(name = "VerifierPolicy")
  record PolicyView(
      @Schema(description = "PARTICIPATION, OBJECTIVES or DEMONSTRATED")
          @Nullable String minimumCertificationLevel,
      @Schema(description = "of EQF or SeQF", minimum = "1", maximum = "8")
          @Nullable Integer minimumEducationLevel,
      @Schema(description = "since the award", minimum = "0") @Nullable Integer maximumAgeDays,
      @Schema(description = "DIDs") @Nullable List<String> acceptedIssuers,
      @Schema(
              description =
                  "one of which is enough: written, oral, practical, portfolio, project, workplace, simulation, quiz, assignment, peer-review or attendance")
          @Nullable List<String> acceptedAssessments,
      @Schema(description = "true, or left out") @Nullable Boolean supervised,
      @Schema(description = "true, or left out") @Nullable Boolean identityChecked,
      @Schema(
              description =
                  "none, self-asserted, third-party or audited; another's assurance counts where the register has it recorded for the date of the award")
          @Nullable String minimumQualityAssurance) {}
}
