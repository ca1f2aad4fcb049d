package org.mikromerit.portal.page;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Who is sent on to another page finds it where they are: JAX-RS completes a path with the name
 * under which the proxy asked, and its scheme.
 */
@Provider
public class RedirectToPublicAddress implements ContainerResponseFilter {
  @Inject PublicAddress address;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (address.known().isPresent()
        && response.getHeaders().getFirst(HttpHeaders.LOCATION) instanceof URI to
        && String.valueOf(to.getRawAuthority()).equals(request.getHeaderString(HttpHeaders.HOST))) {
      response
          .getHeaders()
          .putSingle(HttpHeaders.LOCATION, address.of(request.getUriInfo(), path(to)));
    }
  }

  private static String path(URI to) {
    String path = to.getRawPath().startsWith("/") ? to.getRawPath() : "/" + to.getRawPath();
    return to.getRawQuery() == null ? path : path + "?" + to.getRawQuery();
  }
}
