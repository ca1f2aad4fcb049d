package org.mikromerit.kit.tenant;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/**
 * The one place where an address and a token are held against each other: below {@code
 * /organisations/{org}} only that organisation's own tokens pass, unless the operation says
 * otherwise.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class TenantFilter implements ContainerRequestFilter {
  private final ResourceInfo resource;
  private final Caller caller;

  TenantFilter(ResourceInfo resource, Caller caller) {
    this.resource = resource;
    this.caller = caller;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String named = request.getUriInfo().getPathParameters().getFirst("org");
    var method = resource.getResourceMethod();
    if (named == null
        || method.isAnnotationPresent(AcrossOrganisations.class)
        || method.isAnnotationPresent(PermitAll.class)) {
      return;
    }
    if (!caller.organisation().equals(organisation(named))) {
      throw new ProblemException(Problems.tenantMismatch());
    }
  }

  private static UUID organisation(String named) {
    try {
      return UUID.fromString(named);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problems.notFound("organisation"));
    }
  }
}
