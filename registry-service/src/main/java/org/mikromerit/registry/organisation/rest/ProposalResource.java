package org.mikromerit.registry.organisation.rest;

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
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.tenant.Caller;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.registry.organisation.Proposals;

@Path("/proposals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Authority", description = "What registrars decide, two of them together")
class ProposalResource {
  private final Proposals proposals;
  private final Caller caller;

  ProposalResource(Proposals proposals, Caller caller) {
    this.proposals = proposals;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "listProposals",
      summary = "The prepared decisions that wait for a second registrar")
  @APIResponse(responseCode = "200", description = "A page of prepared decisions")
  public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
    var views =
        proposals.open(page.afterUuid(), page.limit() + 1).stream()
            .map(proposal -> ProposalView.of(proposal, caller.subject()))
            .toList();
    return Page.of(views, page, view -> view.organisation().toString()).response(uri);
  }
}
