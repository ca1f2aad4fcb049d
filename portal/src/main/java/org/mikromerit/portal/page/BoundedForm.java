package org.mikromerit.portal.page;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/**
 * Says in words that a form is too large. Behind it is the server's own limit ({@code
 * quarkus.http.limits.max-body-size}), which cuts off what lies about its length.
 */
@Provider
@PreMatching
@Priority(300)
public class BoundedForm implements ContainerRequestFilter {
  private static final int MOST_BYTES = 1024 * 1024;

  /** As large as the issuer takes a file of many rows, and the registry a learner's archive. */
  private static final Map<String, Integer> LARGER =
      Map.of("/institution/batches", 51 * MOST_BYTES, "/learner/import", 16 * MOST_BYTES);

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > LARGER.getOrDefault(request.getUriInfo().getPath(), MOST_BYTES)
        || saysNoLength(request)) {
      request.abortWith(FailurePage.of(Failure.TOO_LARGE));
    }
  }

  /** Every browser says how long a form is; what does not say it may never end. */
  private static boolean saysNoLength(ContainerRequestContext request) {
    return request.getHeaderString("Transfer-Encoding") != null;
  }
}
