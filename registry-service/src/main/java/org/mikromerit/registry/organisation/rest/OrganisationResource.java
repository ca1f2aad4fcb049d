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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.paging.SearchRequest;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Caller;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.registry.organisation.ApplyForAuthorisation;
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
  private final Organisations organisations;
  private final Caller caller;

  OrganisationResource(
      ApplyForAuthorisation applyForAuthorisation, Organisations organisations, Caller caller) {
    this.applyForAuthorisation = applyForAuthorisation;
    this.organisations = organisations;
    this.caller = caller;
  }

  @POST
  @Path("/{org}/application")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "applyForAuthorisation",
      summary = "An organisation asks to be allowed to issue, or asks again after a refusal")
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
    Outcome outcome =
        applyForAuthorisation.apply(
            organisation, Bodies.present(request).profile(), caller.subject());
    return switch (outcome) {
      case Outcome.Accepted(Organisation applied) ->
          Response.created(URI.create("/organisations/" + applied.id()))
              .entity(OrganisationView.of(applied))
              .build();
      case Refused refused -> Refusals.problem(refused).response();
    };
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listOrganisations",
      summary = "Organisations that ever applied, with their histories: all, or those looked for")
  @APIResponse(responseCode = "200", description = "A page of organisations")
  @APIResponse(
      responseCode = "400",
      description = "A parameter cannot be used; the problem names it")
  public Response list(
      @BeanParam SearchRequest search,
      @Parameter(
              description = "The state that they are in now.",
              schema = @Schema(implementation = OrganisationState.class))
          @QueryParam("state")
          @Nullable String state,
      @BeanParam PageRequest page,
      @Context UriInfo uri) {
    var views =
        organisations
            .found(search.words(), state(state), page.afterUuid(), page.limit() + 1)
            .stream()
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

  private static Optional<OrganisationState> state(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.of(OrganisationState.values())
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problems.invalidValue(
                            "state",
                            "state is one of "
                                + Arrays.toString(OrganisationState.values())
                                + "."))));
  }
}
