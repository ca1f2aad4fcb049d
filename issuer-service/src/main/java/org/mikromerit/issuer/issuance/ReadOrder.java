package org.mikromerit.issuer.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.openbadge.AssessmentResult;
import org.mikromerit.issuer.definition.Wording;
import org.mikromerit.issuer.issuance.IssueCredential.Order;
import org.mikromerit.issuer.learner.ClaimReference;
import org.mikromerit.kit.problem.Violations;
import org.mikromerit.kit.pseudonym.PersonIdentifier;
import org.mikromerit.kit.pseudonym.PersonIdentifier.InvalidIdentifier;
import org.mikromerit.kit.pseudonym.Pseudonyms;

/**
 * Makes an order of what an institution wrote. What is there must be usable; what a credential must
 * have is judged later, by those who know the definition. The identifier goes no further than this.
 */
@ApplicationScoped
public class ReadOrder {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_GRADE = 100;
  private static final int LONGEST_REFERENCE = 200;
  private static final int LONGEST_STATEMENT = 2_000;
  private static final String CLAIM_CODE = "claim-code";
  private static final String CODE = "invalid-value";

  private final Pseudonyms pseudonyms;
  private final ClaimReference claimReference;

  ReadOrder(Pseudonyms pseudonyms, ClaimReference claimReference) {
    this.pseudonyms = pseudonyms;
    this.claimReference = claimReference;
  }

  /**
   * One credential to issue, as it was written; what was left out is null.
   *
   * @param result whether a result was given at all, be it an empty one
   */
  public record Written(
      UUID definition,
      int version,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable String identifierType,
      @Nullable String identifier,
      @Nullable Instant awardedAt,
      boolean result,
      @Nullable String grade,
      @Nullable String scheme,
      @Nullable String externalReference,
      @Nullable String evidenceStatement) {}

  /**
   * Reads an order; to be used only where no violation was noted.
   *
   * @param violations takes what cannot be used, by JSON pointers into a request for one issue
   */
  public Order read(UUID organisation, Written written, Violations violations) {
    return new Order(
        written.definition(),
        written.version(),
        text("/recipient/givenName", written.givenName(), LONGEST_NAME, violations),
        text("/recipient/familyName", written.familyName(), LONGEST_NAME, violations),
        learnerRef(organisation, written, violations),
        written.awardedAt(),
        result(written, violations),
        text("/evidenceStatement", written.evidenceStatement(), LONGEST_STATEMENT, violations),
        text("/externalReference", written.externalReference(), LONGEST_REFERENCE, violations));
  }

  private @Nullable String learnerRef(UUID organisation, Written written, Violations violations) {
    if (written.identifierType() == null) {
      return null;
    }
    if (CLAIM_CODE.equals(written.identifierType())) {
      return claimReference(written, violations);
    }
    if (written.identifier() == null) {
      return null;
    }
    try {
      if (Wording.isPlain(written.identifier())) {
        return pseudonyms.learnerRef(
            PersonIdentifier.parse(written.identifierType(), written.identifier()),
            organisation.toString());
      }
      violations.add(CODE, "/recipient/identifier/value", "Remove control characters.");
    } catch (InvalidIdentifier e) {
      violations.add(
          CODE, "/recipient/identifier/" + e.member().label(), String.valueOf(e.getMessage()));
    }
    return null;
  }

  private @Nullable String claimReference(Written written, Violations violations) {
    if (written.identifier() == null) {
      return claimReference.next();
    }
    violations.add(
        CODE,
        "/recipient/identifier/value",
        "Leave out the value: a claim code is made after the issue.");
    return null;
  }

  private static @Nullable AssessmentResult result(Written written, Violations violations) {
    if (!written.result()) {
      return null;
    }
    String grade = text("/result/grade", written.grade(), LONGEST_GRADE, violations);
    String scheme = text("/result/scheme", written.scheme(), LONGEST_GRADE, violations);
    if (grade == null) {
      violations.add(CODE, "/result/grade", "A result has a grade; leave out the result if none.");
      return null;
    }
    return new AssessmentResult(grade, scheme);
  }

  /** The text without blanks around it; null where it is blank, absent or unusable. */
  private static @Nullable String text(
      String field, @Nullable String text, int most, Violations violations) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > most || !Wording.isPlain(text)) {
      violations.add(
          CODE, field, "Give at most " + most + " characters, none of them a control character.");
      return null;
    }
    return text.strip();
  }
}
