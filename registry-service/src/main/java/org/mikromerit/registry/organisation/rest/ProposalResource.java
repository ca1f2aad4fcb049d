package org.mikromerit.registry.organisation.rest;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Caller;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.registry.organisation.Organisations;
import org.mikromerit.registry.organisation.Organisations.Contact;
import org.mikromerit.registry.organisation.Proposal;
import org.mikromerit.registry.organisation.Proposals;

@Path("/proposals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Authority", description = "What registrars decide, two of them together")
class ProposalResource {
  private final Proposals proposals;
  private final Organisations organisations;
  private final Caller caller;

  ProposalResource(Proposals proposals, Organisations organisations, Caller caller) {
    this.proposals = proposals;
    this.organisations = organisations;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "listProposals",
      summary = "The prepared decisions that wait for a second registrar")
  @APIResponse(responseCode = "200", description = "A page of prepared decisions")
  public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
    List<Proposal> fetched = proposals.open(page.afterUuid(), page.limit() + 1);
    Map<UUID, Contact> organisations =
        this.organisations.contacts(fetched.stream().map(Proposal::organisation).toList());
    List<ProposalView> views =
        fetched.stream().map(proposal -> view(proposal, organisations)).toList();
    return Page.of(views, page, view -> view.organisation().toString()).response(uri);
  }

  @GET
  @Path("/{organisation}")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      operationId = "readProposal",
      summary = "The prepared decision on an organisation that waits for a second registrar")
  @APIResponse(
      responseCode = "200",
      description = "The prepared decision",
      content = @Content(schema = @Schema(implementation = ProposalView.class)))
  @APIResponse(responseCode = "404", description = "Nothing is prepared for it")
  public ProposalView read(@PathParam("organisation") UUID organisation) {
    return proposals
        .open(organisation)
        .map(proposal -> view(proposal, organisations.contacts(List.of(organisation))))
        .orElseThrow(() -> new ProblemException(Problems.notFound("proposal")));
  }

  private ProposalView view(Proposal proposal, Map<UUID, Contact> organisations) {
    // Only of an organisation can there be a proposal.
    Contact of = Objects.requireNonNull(organisations.get(proposal.organisation()));
    return ProposalView.of(proposal, of.name(), caller.subject());
  }
}
