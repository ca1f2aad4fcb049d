package org.mikromerit.issuer.batch.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.issuer.batch.Batches;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.tenant.Roles;

/** The operator sees what is under way for all organisations, and nothing of what stands in it. */
@Path("/operator/batches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operator")
@RunOnVirtualThread
class OperatedBatchResource {
  private final Batches batches;

  OperatedBatchResource(Batches batches) {
    this.batches = batches;
  }

  @GET
  @Operation(
      operationId = "listBatchesUnderWay",
      summary = "All organisations' batches that have not ended, the oldest first")
  @APIResponse(responseCode = "200", description = "A page of batches, with how far each is")
  public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
    var fetched = batches.underWay(page.afterUuid(), page.limit() + 1);
    return Page.of(fetched, page, each -> each.id().toString()).response(uri);
  }
}
