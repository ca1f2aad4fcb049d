package org.mikromerit.portal.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Who should sign in is sent to the identity provider; where instead they would be told that they
 * are not signed in, the provider is away, and that is what the page says.
 */
@Provider
public class OutOfReach implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
    if (answer.getStatus() == 401) {
      try (Response page = FailurePage.of(Failure.AWAY)) {
        answer.setStatus(page.getStatus());
        answer.setEntity(page.getEntity(), null, MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
      }
    }
  }
}
