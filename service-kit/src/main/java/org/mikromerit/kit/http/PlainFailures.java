package org.mikromerit.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.Problems;

/**
 * Answers with a problem also where a request never reaches an operation: too large, unparsable,
 * unknown address.
 */
@ApplicationScoped
class PlainFailures {
  private final ObjectMapper json;

  PlainFailures(ObjectMapper json) {
    this.json = json;
  }

  void install(@Observes Router router) {
    answer(router, 400, Problems.badRequest());
    answer(router, 404, Problems.notFound("resource"));
    answer(router, 405, Problems.methodNotAllowed());
    answer(router, 413, Problems.tooLarge(262_144));
    answer(router, 414, Problems.badRequest());
    answer(router, 431, Problems.badRequest());
    answer(router, 500, Problems.internalError());
  }

  private void answer(Router router, int status, Problem problem) {
    router.errorHandler(status, context -> end(context, problem));
  }

  private void end(RoutingContext context, Problem problem) {
    HttpServerResponse response = context.response();
    if (response.ended()) {
      return;
    }
    response.setStatusCode(problem.status());
    if (!response.headWritten()) {
      response.putHeader("Content-Type", Problem.MEDIA_TYPE);
    }
    try {
      var _ = response.end(json.writeValueAsString(problem.members()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem is made of plain values", e);
    }
  }
}
