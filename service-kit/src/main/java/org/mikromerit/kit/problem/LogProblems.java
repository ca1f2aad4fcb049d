package org.mikromerit.kit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Notes each problem under its instance, so that an operator finds what a caller was told; no
 * address, no body, no person.
 */
@Provider
public class LogProblems implements ContainerResponseFilter {
  private static final Logger LOG = Logger.getLogger(LogProblems.class);

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() >= 400
        && response.getEntity() instanceof Map<?, ?> problem
        && problem.get("instance") != null) {
      LOG.infof(
          "request refused status=%d type=%s instance=%s method=%s",
          response.getStatus(), problem.get("type"), problem.get("instance"), request.getMethod());
    }
  }
}
