package org.mikromerit.registry.organisation.rest;

import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/** Requests whose body is there. */
final class Bodies {

  private Bodies() {}

  static <T> T present(@Nullable T request) {
    if (request == null) {
      throw new ProblemException(Problems.malformedJson("Send a JSON object."));
    }
    return request;
  }
}
