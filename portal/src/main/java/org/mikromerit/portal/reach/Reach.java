package org.mikromerit.portal.reach;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.mikromerit.portal.reach.Reached.Away;
import org.mikromerit.portal.reach.Reached.Here;
import org.mikromerit.portal.reach.Reached.Problem;
import org.mikromerit.portal.reach.Reached.Refused;

/** Asks another service. */
public final class Reach {
  private static final Logger LOG = Logger.getLogger(Reach.class);
  private static final int TOO_MANY = 429;

  private Reach() {}

  /**
   * Asks, and makes a value of whatever comes of it.
   *
   * @param service whom a person would say does not answer
   * @param question one call of a client
   */
  public static <T> Reached<T> ask(String service, Supplier<T> question) {
    try {
      return new Here<>(question.get());
    } catch (WebApplicationException e) {
      int status = e.getResponse().getStatus();
      if (status >= 500) {
        return away(service, e);
      }
      Problem problem = problem(e.getResponse());
      // The service itself says what there was too much of; whatever stands before it does not.
      return status == TOO_MANY && problem.type() == null
          ? away(service, e)
          : new Refused<>(status, problem);
    } catch (ProcessingException e) {
      return away(service, e);
    }
  }

  private static <T> Reached<T> away(String service, Exception cause) {
    LOG.warnf("%s is away: %s", service, cause.getMessage());
    return new Away<>(service);
  }

  private static Problem problem(Response answer) {
    try {
      return answer.readEntity(Problem.class);
    } catch (RuntimeException e) {
      return Problem.unknown();
    }
  }
}
