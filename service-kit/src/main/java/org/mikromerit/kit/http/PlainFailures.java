package org.mikromerit.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.Problems;

/**
 * Answers with a problem also where a request never reaches an operation: too large, unparsable,
 * unknown address.
 */
@ApplicationScoped
class PlainFailures {
  private static final Logger LOG = Logger.getLogger(PlainFailures.class);

  private final ObjectMapper json;
  private final long mostBytes;

  PlainFailures(
      ObjectMapper json, @ConfigProperty(name = "mikromerit.http.max-body") long mostBytes) {
    this.json = json;
    this.mostBytes = mostBytes;
  }

  void install(@Observes Router router) {
    answer(router, 400, Problems::badRequest);
    answer(router, 404, () -> Problems.notFound("resource"));
    answer(router, 405, Problems::methodNotAllowed);
    answer(router, 413, () -> Problems.tooLarge(mostBytes));
    answer(router, 414, Problems::badRequest);
    answer(router, 431, Problems::badRequest);
    answer(router, 500, Problems::internalError);
  }

  private void answer(Router router, int status, Supplier<Problem> problem) {
    router.errorHandler(status, context -> end(context, problem.get()));
  }

  private void end(RoutingContext context, Problem problem) {
    HttpServerResponse response = context.response();
    if (response.ended()) {
      return;
    }
    if (problem.status() >= 500) {
      LOG.errorf(context.failure(), "request failed instance=%s", problem.instance());
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
