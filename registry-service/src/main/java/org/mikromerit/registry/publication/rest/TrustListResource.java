package org.mikromerit.registry.publication.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.registry.publication.TrustList;

@Path("/trust-list")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Publication", description = "What others need to check a credential")
class TrustListResource {
  private final TrustList trustList;

  TrustListResource(TrustList trustList) {
    this.trustList = trustList;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "readTrustList",
      summary = "The organisations that may issue now, with every key that they had")
  @APIResponse(responseCode = "200", description = "A page of organisations")
  public Response read(@BeanParam PageRequest page, @Context UriInfo uri) {
    var views =
        trustList.issuers(page.afterUuid(), page.limit() + 1).stream()
            .map(TrustedIssuerView::of)
            .toList();
    return Page.of(views, page, view -> view.id().toString()).response(uri);
  }
}
