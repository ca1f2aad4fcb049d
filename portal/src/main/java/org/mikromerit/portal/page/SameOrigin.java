package org.mikromerit.portal.page;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Nobody's page but ours sends a form here: what changes something must say that it comes from this
 * very site, in a header that no script can write ({@code Sec-Fetch-Site}, Fetch Metadata; in older
 * browsers {@code Origin}). What says neither is refused: programs have the services' REST.
 */
@Provider
@PreMatching
@Priority(200)
public class SameOrigin implements ContainerRequestFilter {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Inject PublicAddress address;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!SAFE.contains(request.getMethod()) && !isOurs(request)) {
      request.abortWith(FailurePage.of(Failure.FOREIGN_FORM));
    }
  }

  private boolean isOurs(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    return site != null
        ? site.equals("same-origin")
        : isHere(
            request.getHeaderString("Origin"),
            address.known().map(URI::getAuthority).orElse(request.getHeaderString("Host")));
  }

  private static boolean isHere(@Nullable String origin, @Nullable String host) {
    if (origin == null || host == null) {
      return false;
    }
    try {
      return host.equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
