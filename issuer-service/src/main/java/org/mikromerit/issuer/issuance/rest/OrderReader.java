package org.mikromerit.issuer.issuance.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.openbadge.AssessmentResult;
import org.mikromerit.credential.openbadge.Holder;
import org.mikromerit.issuer.definition.Wording;
import org.mikromerit.issuer.issuance.IssueCredential.Order;
import org.mikromerit.issuer.issuance.rest.IssueRequest.Identifier;
import org.mikromerit.issuer.issuance.rest.IssueRequest.Recipient;
import org.mikromerit.issuer.learner.ClaimReference;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.problem.Violations;
import org.mikromerit.kit.pseudonym.PersonIdentifier;
import org.mikromerit.kit.pseudonym.PersonIdentifier.InvalidIdentifier;
import org.mikromerit.kit.pseudonym.Pseudonyms;

/**
 * Makes an order of a request. What is there must be usable; what a credential must have is judged
 * later, by those who know the definition. The identifier goes no further than this.
 */
@ApplicationScoped
class OrderReader {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_GRADE = 100;
  private static final int LONGEST_REFERENCE = 200;
  private static final int LONGEST_STATEMENT = 2_000;
  private static final String CODE = "invalid-value";

  private static final String CLAIM_CODE = "claim-code";

  private final Pseudonyms pseudonyms;
  private final ClaimReference claimReference;

  OrderReader(Pseudonyms pseudonyms, ClaimReference claimReference) {
    this.pseudonyms = pseudonyms;
    this.claimReference = claimReference;
  }

  Order read(UUID organisation, @Nullable IssueRequest request) {
    if (request == null) {
      throw new ProblemException(Problems.malformedJson("Send the request as a JSON object."));
    }
    var definition = request.definition();
    if (definition == null || definition.id() == null || definition.version() == null) {
      throw new ProblemException(
          Problems.invalidValue("/definition", "Name the definition by its id and its version."));
    }
    var violations = new Violations();
    var order =
        new Order(
            definition.id(),
            definition.version(),
            holder(request.recipient(), violations),
            learnerRef(organisation, request.recipient(), violations),
            request.awardedAt(),
            result(request.result(), violations),
            text("/evidenceStatement", request.evidenceStatement(), LONGEST_STATEMENT, violations),
            text("/externalReference", request.externalReference(), LONGEST_REFERENCE, violations));
    violations.throwIfAny(
        Problem.of(
            400,
            CODE,
            "A value is missing or cannot be used",
            "Correct the fields that errors names."));
    return order;
  }

  private static @Nullable Holder holder(@Nullable Recipient recipient, Violations violations) {
    if (recipient == null) {
      return null;
    }
    String given = text("/recipient/givenName", recipient.givenName(), LONGEST_NAME, violations);
    String family = text("/recipient/familyName", recipient.familyName(), LONGEST_NAME, violations);
    return given == null || family == null ? null : new Holder(given, family);
  }

  private @Nullable String learnerRef(
      UUID organisation, @Nullable Recipient recipient, Violations violations) {
    Identifier identifier = recipient == null ? null : recipient.identifier();
    if (identifier == null || identifier.type() == null) {
      return null;
    }
    if (CLAIM_CODE.equals(identifier.type())) {
      return claimReference(identifier, violations);
    }
    if (identifier.value() == null) {
      return null;
    }
    try {
      if (Wording.isPlain(identifier.value())) {
        return pseudonyms.learnerRef(
            PersonIdentifier.parse(identifier.type(), identifier.value()), organisation.toString());
      }
      violations.add(CODE, "/recipient/identifier/value", "Remove control characters.");
    } catch (InvalidIdentifier e) {
      violations.add(CODE, "/recipient/identifier", String.valueOf(e.getMessage()));
    }
    return null;
  }

  private @Nullable String claimReference(Identifier identifier, Violations violations) {
    if (identifier.value() == null) {
      return claimReference.next();
    }
    violations.add(
        CODE,
        "/recipient/identifier/value",
        "Leave out the value: a claim code is made after the issue.");
    return null;
  }

  private static @Nullable AssessmentResult result(
      IssueRequest.@Nullable Result result, Violations violations) {
    if (result == null) {
      return null;
    }
    String grade = text("/result/grade", result.grade(), LONGEST_GRADE, violations);
    String scheme = text("/result/scheme", result.scheme(), LONGEST_GRADE, violations);
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
