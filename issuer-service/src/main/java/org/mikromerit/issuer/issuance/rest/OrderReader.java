package org.mikromerit.issuer.issuance.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.issuance.IssueCredential.Order;
import org.mikromerit.issuer.issuance.ReadOrder;
import org.mikromerit.issuer.issuance.ReadOrder.Written;
import org.mikromerit.issuer.issuance.rest.IssueRequest.Identifier;
import org.mikromerit.issuer.issuance.rest.IssueRequest.Recipient;
import org.mikromerit.issuer.issuance.rest.IssueRequest.Result;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.problem.Violations;

/** Makes an order of a request. */
@ApplicationScoped
class OrderReader {
  private static final Recipient NOBODY = new Recipient(null, null, null);
  private static final Identifier UNKNOWN = new Identifier(null, null);
  private static final Result NONE = new Result(null, null);

  private final ReadOrder readOrder;

  OrderReader(ReadOrder readOrder) {
    this.readOrder = readOrder;
  }

  Order read(UUID organisation, @Nullable IssueRequest request) {
    if (request == null) {
      throw new ProblemException(Problems.malformedJson("Send the request as a JSON object."));
    }
    var violations = new Violations();
    Order order = readOrder.read(organisation, written(request), violations);
    violations.throwIfAny(
        Problem.of(
            400,
            "invalid-value",
            "A value is missing or cannot be used",
            "Correct the fields that errors names."));
    return order;
  }

  private static Written written(IssueRequest request) {
    var definition = request.definition();
    if (definition == null || definition.id() == null || definition.version() == null) {
      throw new ProblemException(
          Problems.invalidValue("/definition", "Name the definition by its id and its version."));
    }
    Recipient recipient = request.recipient() == null ? NOBODY : request.recipient();
    Identifier identifier = recipient.identifier() == null ? UNKNOWN : recipient.identifier();
    Result result = request.result() == null ? NONE : request.result();
    return new Written(
        definition.id(),
        definition.version(),
        recipient.givenName(),
        recipient.familyName(),
        identifier.type(),
        identifier.value(),
        request.awardedAt(),
        request.result() != null,
        result.grade(),
        result.scheme(),
        request.externalReference(),
        request.evidenceStatement());
  }
}
