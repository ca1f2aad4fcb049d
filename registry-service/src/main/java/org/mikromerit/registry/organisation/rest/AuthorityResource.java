package org.mikromerit.registry.organisation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.tenant.AcrossOrganisations;
import org.mikromerit.kit.tenant.Caller;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.registry.organisation.DecideOnProposal;
import org.mikromerit.registry.organisation.Organisation;
import org.mikromerit.registry.organisation.Outcome;
import org.mikromerit.registry.organisation.Preparation;
import org.mikromerit.registry.organisation.PrepareDecision;
import org.mikromerit.registry.organisation.Refused;
import org.mikromerit.registry.organisation.Registrar;
import org.mikromerit.registry.organisation.SuspendOrganisation;

@Path("/organisations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.REGISTRAR)
@RunOnVirtualThread
@Tag(name = "Authority", description = "What registrars decide, two of them together")
class AuthorityResource {
  private final PrepareDecision prepareDecision;
  private final DecideOnProposal decideOnProposal;
  private final SuspendOrganisation suspendOrganisation;
  private final Caller caller;

  AuthorityResource(
      PrepareDecision prepareDecision,
      DecideOnProposal decideOnProposal,
      SuspendOrganisation suspendOrganisation,
      Caller caller) {
    this.prepareDecision = prepareDecision;
    this.decideOnProposal = decideOnProposal;
    this.suspendOrganisation = suspendOrganisation;
    this.caller = caller;
  }

  @POST
  @Path("/{org}/review")
  @Consumes(MediaType.APPLICATION_JSON)
  @AcrossOrganisations
  @Operation(
      operationId = "prepareDecision",
      summary = "A registrar reviews an organisation and prepares what another is to decide")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ReviewRequest.class),
              examples = @ExampleObject(name = "authorise", value = ReviewRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The prepared decision; it takes the place of one that was open",
      content = @Content(schema = @Schema(implementation = ProposalView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "403", description = "own-organisation, second-person-needed")
  @APIResponse(responseCode = "404", description = "No such organisation has applied")
  @APIResponse(responseCode = "409", description = "wrong-state")
  public Response prepare(@PathParam("org") UUID organisation, @Nullable ReviewRequest request) {
    ReviewRequest.Read read = Bodies.present(request).read();
    return switch (prepareDecision.prepare(
        organisation, read.verdict(), read.reason(), registrar())) {
      case Preparation.Prepared prepared ->
          Response.ok(
                  ProposalView.of(
                      prepared.proposal(),
                      prepared.organisation().profile().name(),
                      caller.subject()))
              .build();
      case Refused refused -> Refusals.problem(refused).response();
    };
  }

  @POST
  @Path("/{org}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @AcrossOrganisations
  @Operation(
      operationId = "decideOnProposal",
      summary = "A second registrar takes the decision that the first prepared, or returns it")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = DecisionRequest.class),
              examples = @ExampleObject(name = "authorise", value = DecisionRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The organisation, in its new state",
      content = @Content(schema = @Schema(implementation = OrganisationView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "403", description = "second-person-needed, own-organisation")
  @APIResponse(responseCode = "404", description = "No such organisation has applied")
  @APIResponse(
      responseCode = "409",
      description = "nothing-proposed, another-decision-proposed, wrong-state")
  public Response decide(@PathParam("org") UUID organisation, @Nullable DecisionRequest request) {
    DecisionRequest.Read read = Bodies.present(request).read();
    return answer(
        read.verdict()
            .map(
                verdict ->
                    decideOnProposal.decide(organisation, verdict, read.reason(), registrar()))
            .orElseGet(() -> decideOnProposal.giveBack(organisation, registrar())));
  }

  @POST
  @Path("/{org}/suspension")
  @Consumes(MediaType.APPLICATION_JSON)
  @AcrossOrganisations
  @Operation(
      operationId = "suspendOrganisation",
      summary = "A registrar stops an organisation from issuing, at once")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ReasonRequest.class),
              examples = @ExampleObject(name = "suspend", value = ReasonRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The organisation, suspended",
      content = @Content(schema = @Schema(implementation = OrganisationView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "403", description = "own-organisation")
  @APIResponse(responseCode = "404", description = "No such organisation has applied")
  @APIResponse(responseCode = "409", description = "wrong-state")
  public Response suspend(@PathParam("org") UUID organisation, @Nullable ReasonRequest request) {
    return answer(
        suspendOrganisation.suspend(organisation, Bodies.present(request).read(), registrar()));
  }

  private Registrar registrar() {
    return new Registrar(caller.subject(), caller.organisationIfAny());
  }

  private static Response answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted(Organisation organisation) ->
          Response.ok(OrganisationView.of(organisation)).build();
      case Refused refused -> Refusals.problem(refused).response();
    };
  }
}
