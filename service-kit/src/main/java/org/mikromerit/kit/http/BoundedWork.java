package org.mikromerit.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.Problems;

/**
 * Turns requests away, before they are read, while as many are under way as can be answered in good
 * time: who waits in an endless row is answered when nobody listens any more. Health is always
 * told.
 */
@ApplicationScoped
class BoundedWork {
  private static final int BEFORE_ALL_OTHERS = -100_000;
  private static final String TECHNICAL = "/q/";

  private final int most;
  private final ObjectMapper json;
  private final AtomicInteger underWay = new AtomicInteger();

  BoundedWork(@ConfigProperty(name = "mikromerit.http.max-at-once") int most, ObjectMapper json) {
    this.most = most;
    this.json = json;
  }

  void install(@Observes Router router) {
    router.route().order(BEFORE_ALL_OTHERS).handler(this::admit);
  }

  private void admit(RoutingContext context) {
    if (context.request().path().startsWith(TECHNICAL)) {
      context.next();
    } else if (underWay.incrementAndGet() > most) {
      underWay.decrementAndGet();
      turnAway(context, Problems.overloaded());
    } else {
      context.addEndHandler(_ -> underWay.decrementAndGet());
      context.next();
    }
  }

  private void turnAway(RoutingContext context, Problem problem) {
    context.response().setStatusCode(problem.status());
    context.response().putHeader("Content-Type", Problem.MEDIA_TYPE);
    problem.headers().forEach(context.response()::putHeader);
    try {
      var _ = context.response().end(json.writeValueAsString(problem.members()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A problem is made of plain values", e);
    }
  }
}
