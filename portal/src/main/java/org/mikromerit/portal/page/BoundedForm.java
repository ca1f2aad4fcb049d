package org.mikromerit.portal.page;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * Says in words that a form is too large. What does not say its length, or lies, meets the server's
 * own limit ({@code quarkus.http.limits.max-body-size}), which cuts it off.
 */
@Provider
@PreMatching
@Priority(300)
public class BoundedForm implements ContainerRequestFilter {
  private static final int MOST_BYTES = 1024 * 1024;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > MOST_BYTES) {
      request.abortWith(FailurePage.of(Failure.TOO_LARGE));
    }
  }
}
