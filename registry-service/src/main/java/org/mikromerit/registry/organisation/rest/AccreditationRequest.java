package org.mikromerit.registry.organisation.rest;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.registry.organisation.Accreditation;
import org.mikromerit.registry.organisation.PublicText;

/** An accrediting body's decision, as a registrar sends it. */
@Schema(requiredProperties = {"scheme", "body", "validFrom"})
record AccreditationRequest(
    @Schema(maxLength = 200, description = "What it was decided under") @Nullable String scheme,
    @Schema(maxLength = 200, description = "Who decided") @Nullable String body,
    @Schema(maxLength = 500, description = "What it covers; nothing for all that is offered")
        @Nullable String scope,
    @Schema(maxLength = 200, description = "By which the body knows its decision")
        @Nullable String reference,
    @Nullable Instant validFrom,
    @Schema(description = "When it ends by itself") @Nullable Instant validUntil) {

  static final String EXAMPLE =
      """
      {
        "scheme": "Yrkeshögskolan",
        "body": "Myndigheten för yrkeshögskolan",
        "scope": "Utbildningar inom vård och omsorg",
        "reference": "MYH 2026/17",
        "validFrom": "2026-01-01T00:00:00Z",
        "validUntil": "2029-01-01T00:00:00Z"
      }
      """;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_SCOPE = 500;
  private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

  Accreditation.Terms terms() {
    InvalidFields invalid = new InvalidFields();
    Optional<String> goodScheme = text(scheme, LONGEST_NAME);
    Optional<String> goodBody = text(body, LONGEST_NAME);
    Optional<String> goodScope = text(scope, LONGEST_SCOPE);
    Optional<String> goodReference = text(reference, LONGEST_NAME);
    if (goodScheme.isEmpty()) {
      invalid.add("/scheme", "scheme is text of 1 to 200 characters.");
    }
    if (goodBody.isEmpty()) {
      invalid.add("/body", "body is text of 1 to 200 characters.");
    }
    if (scope != null && goodScope.isEmpty()) {
      invalid.add("/scope", "scope is text of 1 to 500 characters.");
    }
    if (reference != null && goodReference.isEmpty()) {
      invalid.add("/reference", "reference is text of 1 to 200 characters.");
    }
    if (validFrom == null || outside(validFrom)) {
      invalid.add("/validFrom", "validFrom is a moment of the years 1800 to 2999.");
    } else if (validUntil != null && (outside(validUntil) || !validUntil.isAfter(validFrom))) {
      invalid.add("/validUntil", "validUntil is a moment after validFrom, before the year 3000.");
    }
    if (goodScheme.isEmpty() || goodBody.isEmpty() || validFrom == null || !invalid.isEmpty()) {
      throw invalid.problem();
    }
    return new Accreditation.Terms(
        goodScheme.get(),
        goodBody.get(),
        goodScope.orElse(null),
        goodReference.orElse(null),
        validFrom,
        validUntil);
  }

  private static Optional<String> text(@Nullable String raw, int longest) {
    return Optional.ofNullable(raw).flatMap(text -> PublicText.of(text, longest));
  }

  private static boolean outside(Instant moment) {
    return moment.isBefore(EARLIEST) || !moment.isBefore(LATEST);
  }
}
