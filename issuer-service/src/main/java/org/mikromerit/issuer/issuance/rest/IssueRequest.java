package org.mikromerit.issuer.issuance.rest;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.http.DateTime;

/**
 * One credential to issue.
 *
 * @param awardedAt when the learner had earned it
 * @param externalReference the institution's own, such as a row of its register; it is listed, so
 *     it names nobody
 * @param evidenceStatement what the learner has shown, or why there is no evidence
 * @param supersedes the organisation's own credential that this one corrects; it is revoked, with
 *     the reason supersession
 */
record IssueRequest(
    @Nullable DefinitionVersion definition,
    @Nullable Recipient recipient,
    @JsonDeserialize(using = DateTime.class) @Nullable Instant awardedAt,
    @Nullable Result result,
    @Nullable String externalReference,
    @Nullable String evidenceStatement,
    @Nullable UUID supersedes) {

  static final String EXAMPLE =
      """
      {
        "definition": {"id": "0190a000-0000-7000-8000-0000000000d1", "version": 1},
        "recipient": {
          "givenName": "Åsa",
          "familyName": "Öberg",
          "identifier": {"type": "email", "value": "asa.oberg@example.org"}
        },
        "awardedAt": "2026-05-20T12:00:00Z",
        "result": {"grade": "Godkänd", "scheme": "U/G"},
        "externalReference": "VT26-114",
        "evidenceStatement": "Observed on ward 7 on two days"
      }
      """;

  /** Which version of which definition. */
  record DefinitionVersion(@Nullable UUID id, @Nullable Integer version) {}

  /** Who receives it. */
  record Recipient(
      @Nullable String givenName, @Nullable String familyName, @Nullable Identifier identifier) {}

  /**
   * By what the institution knows the learner. It is turned into a keyed reference and not kept.
   *
   * @param value left out for a claim-code: the learner is known by nothing and claims with a code
   */
  record Identifier(
      @Schema(enumeration = {"email", "national-number", "institution-id", "claim-code"})
          @Nullable String type,
      @Nullable String value) {}

  /** How well it went. */
  record Result(@Nullable String grade, @Nullable String scheme) {}
}
