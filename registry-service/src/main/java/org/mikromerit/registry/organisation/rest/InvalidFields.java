package org.mikromerit.registry.organisation.rest;

import java.util.Map;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.problem.Violations;

/**
 * All the fields of a request that cannot be used; the problem points to the first and lists them
 * all.
 */
final class InvalidFields {
  private final Violations violations = new Violations();

  void add(String pointer, String detail) {
    violations.add("invalid-value", pointer, detail);
  }

  boolean isEmpty() {
    return violations.isEmpty();
  }

  ProblemException problem() {
    Map<String, Object> first = violations.errors().getFirst();
    return new ProblemException(
        Problems.invalidValue(
                String.valueOf(first.get("field")), String.valueOf(first.get("detail")))
            .with("errors", violations.errors()));
  }
}
