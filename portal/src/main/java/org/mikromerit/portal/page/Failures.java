package org.mikromerit.portal.page;

import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever goes wrong is a page in words, never a trace. */
class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);

  @ServerExceptionMapper
  Response answered(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (status < 400) {
      // A redirection is an answer.
      return e.getResponse();
    }
    return switch (status) {
      case 403 -> FailurePage.of(Failure.NOT_YOURS);
      case 404, 405 -> FailurePage.of(Failure.NOT_FOUND);
      case 413 -> FailurePage.of(Failure.TOO_LARGE);
      default -> status < 500 ? FailurePage.of(Failure.WRONG_FORM) : broken(e);
    };
  }

  @ServerExceptionMapper
  Response failed(PageFailure e) {
    return FailurePage.of(e.failure());
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return FailurePage.of(Failure.NOT_YOURS);
  }

  @ServerExceptionMapper
  Response broken(RuntimeException e) {
    LOG.error("a page failed", e);
    return FailurePage.of(Failure.BROKEN);
  }
}
