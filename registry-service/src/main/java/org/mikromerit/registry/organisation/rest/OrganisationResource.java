package org.mikromerit.registry.organisation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.AcrossOrganisations;
import org.mikromerit.kit.tenant.Caller;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.registry.organisation.ApplyForAuthorisation;
import org.mikromerit.registry.organisation.DecideOnApplication;
import org.mikromerit.registry.organisation.Organisation;
import org.mikromerit.registry.organisation.Organisations;
import org.mikromerit.registry.organisation.Outcome;
import org.mikromerit.registry.organisation.Refused;

@Path("/organisations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Organisations", description = "Who may issue, who decided so, and why")
class OrganisationResource {
  private final ApplyForAuthorisation applyForAuthorisation;
  private final DecideOnApplication decideOnApplication;
  private final Organisations organisations;
  private final Caller caller;

  OrganisationResource(
      ApplyForAuthorisation applyForAuthorisation,
      DecideOnApplication decideOnApplication,
      Organisations organisations,
      Caller caller) {
    this.applyForAuthorisation = applyForAuthorisation;
    this.decideOnApplication = decideOnApplication;
    this.organisations = organisations;
    this.caller = caller;
  }

  @POST
  @Path("/{org}/application")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "applyForAuthorisation",
      summary = "An organisation asks to be allowed to issue")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ApplicationRequest.class),
              examples = @ExampleObject(name = "a school", value = ApplicationRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The application is registered",
      content = @Content(schema = @Schema(implementation = OrganisationView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "409", description = "already-applied")
  public Response apply(@PathParam("org") UUID organisation, @Nullable ApplicationRequest request) {
    Outcome outcome = applyForAuthorisation.apply(organisation, present(request).profile());
    return answer(
        outcome,
        applied ->
            Response.created(URI.create("/organisations/" + applied.id()))
                .entity(OrganisationView.of(applied))
                .build());
  }

  @POST
  @Path("/{org}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  @AcrossOrganisations
  @Operation(
      operationId = "decideOnApplication",
      summary = "An authority authorises an organisation or refuses it")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = DecisionRequest.class),
              examples = {
                @ExampleObject(name = "authorise", value = DecisionRequest.AUTHORISE_EXAMPLE),
                @ExampleObject(name = "refuse", value = DecisionRequest.REFUSE_EXAMPLE)
              }))
  @APIResponse(
      responseCode = "200",
      description = "The organisation, in its new state",
      content = @Content(schema = @Schema(implementation = OrganisationView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "404", description = "No such organisation has applied")
  @APIResponse(responseCode = "409", description = "wrong-state")
  public Response decide(@PathParam("org") UUID organisation, @Nullable DecisionRequest request) {
    Outcome outcome =
        decideOnApplication.decide(
            organisation, present(request).toDecision(), caller.organisationIfAny());
    return answer(outcome, decided -> Response.ok(OrganisationView.of(decided)).build());
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listOrganisations",
      summary = "All organisations that ever applied, with their histories")
  @APIResponse(responseCode = "200", description = "A page of organisations")
  public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
    var views =
        organisations.all(page.afterUuid(), page.limit() + 1).stream()
            .map(OrganisationView::of)
            .toList();
    return Page.of(views, page, view -> view.id().toString()).response(uri);
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(operationId = "readOrganisation", summary = "One organisation, with its history")
  @APIResponse(
      responseCode = "200",
      description = "The organisation",
      content = @Content(schema = @Schema(implementation = OrganisationView.class)))
  @APIResponse(responseCode = "404", description = "No such organisation has applied")
  public OrganisationView read(@PathParam("id") UUID id) {
    return organisations
        .find(id)
        .map(OrganisationView::of)
        .orElseThrow(() -> new ProblemException(Problems.notFound("organisation")));
  }

  private static <T> T present(@Nullable T request) {
    if (request == null) {
      throw new ProblemException(Problems.malformedJson("Send a JSON object."));
    }
    return request;
  }

  private static Response answer(Outcome outcome, Function<Organisation, Response> accepted) {
    return switch (outcome) {
      case Outcome.Accepted(Organisation organisation) -> accepted.apply(organisation);
      case Refused refused -> Refusals.problem(refused).response();
    };
  }
}
