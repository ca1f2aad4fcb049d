package org.mikromerit.issuer.signing.rest;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.issuer.signing.OrganisationKeys;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.tenant.Roles;

@Path("/organisations/{org}/keys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Keys", description = "What an organisation signs with")
class KeyResource {
  private final OrganisationKeys keys;

  KeyResource(OrganisationKeys keys) {
    this.keys = keys;
  }

  @GET
  @RolesAllowed({Roles.CREATOR, Roles.ISSUER})
  @Operation(
      operationId = "listKeys",
      summary = "The public halves of all keys that the organisation ever had, oldest first")
  @APIResponse(responseCode = "200", description = "A page of keys")
  public Response list(
      @PathParam("org") UUID organisation, @BeanParam PageRequest page, @Context UriInfo uri) {
    var fetched = keys.list(organisation, page.afterUuid(), page.limit() + 1);
    return Page.of(fetched, page, key -> key.id().toString()).response(uri);
  }
}
