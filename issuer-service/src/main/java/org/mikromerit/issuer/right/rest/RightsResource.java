package org.mikromerit.issuer.right.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.issuer.right.IssuingRights;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.tenant.Roles;

@Path("/organisations/{org}/rights")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Issuing rights", description = "Who else may issue what one defined")
class RightsResource {
  private final IssuingRights rights;
  private final InstantSource clock;

  RightsResource(IssuingRights rights, InstantSource clock) {
    this.rights = rights;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "listHeldRights",
      summary = "The rights that others granted to the organisation, oldest first")
  @APIResponse(responseCode = "200", description = "A page of rights")
  public Response list(
      @PathParam("org") UUID organisation, @BeanParam PageRequest page, @Context UriInfo uri) {
    var now = clock.instant();
    var views =
        rights.held(organisation, page.afterUuid(), page.limit() + 1).stream()
            .map(right -> RightView.of(right, now))
            .toList();
    return Page.of(views, page, view -> view.id().toString()).response(uri);
  }

  @GET
  @Path("/granted")
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "listAllGrantedRights",
      summary = "The rights that the organisation granted to others, oldest first")
  @APIResponse(responseCode = "200", description = "A page of rights")
  public Response granted(
      @PathParam("org") UUID organisation, @BeanParam PageRequest page, @Context UriInfo uri) {
    var now = clock.instant();
    var views =
        rights.grantedBy(organisation, page.afterUuid(), page.limit() + 1).stream()
            .map(right -> RightView.of(right, now))
            .toList();
    return Page.of(views, page, view -> view.id().toString()).response(uri);
  }
}
