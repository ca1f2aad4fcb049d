package org.mikromerit.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.Problems;

/**
 * Turns requests away, before they are read, while as many are under way as can be answered in good
 * time: who waits in an endless row is answered when nobody listens any more. Whoever takes too
 * long to send a request loses the place to others. Health is always told.
 */
@ApplicationScoped
class BoundedWork {
  private static final int BEFORE_ALL_OTHERS = -100_000;
  private static final String TECHNICAL = "/q/";

  private final int most;
  private final Duration longestBody;
  private final ObjectMapper json;
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * @param longestBody how long a request's body may take to arrive
   */
  BoundedWork(
      @ConfigProperty(name = "mikromerit.http.max-at-once") int most,
      @ConfigProperty(name = "mikromerit.http.longest-body") Duration longestBody,
      ObjectMapper json) {
    this.most = most;
    this.longestBody = longestBody;
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
      if (hasBody(context.request())) {
        bound(context);
      }
      context.next();
    }
  }

  /** HTTP/1.1 tells by these alone (RFC 9112, section 6.3). */
  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return request.getHeader("Transfer-Encoding") != null
        || (length != null && !length.equals("0"));
  }

  private void bound(RoutingContext context) {
    long deadline = context.vertx().setTimer(longestBody.toMillis(), _ -> hangUp(context));
    // Once all was read the answer may take as long as it takes.
    var _ = context.request().end().onComplete(_ -> context.vertx().cancelTimer(deadline));
    context.addEndHandler(_ -> context.vertx().cancelTimer(deadline));
  }

  private void hangUp(RoutingContext context) {
    if (!context.response().headWritten()) {
      context.response().putHeader("Connection", "close");
      turnAway(context, Problems.tooSlow());
    }
    var _ = context.request().connection().close();
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
