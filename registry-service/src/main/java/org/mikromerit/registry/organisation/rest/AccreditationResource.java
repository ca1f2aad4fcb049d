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
import org.mikromerit.registry.organisation.Accreditation;
import org.mikromerit.registry.organisation.Accreditations;
import org.mikromerit.registry.organisation.Organisations;
import org.mikromerit.registry.organisation.RecordAccreditation;
import org.mikromerit.registry.organisation.Recording;
import org.mikromerit.registry.organisation.Refused;
import org.mikromerit.registry.organisation.Registrar;
import org.mikromerit.registry.organisation.WithdrawAccreditation;

@Path("/organisations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Accreditations", description = "What accrediting bodies decided, and when")
class AccreditationResource {
  private final RecordAccreditation recordAccreditation;
  private final WithdrawAccreditation withdrawAccreditation;
  private final Accreditations accreditations;
  private final Organisations organisations;
  private final Caller caller;

  AccreditationResource(
      RecordAccreditation recordAccreditation,
      WithdrawAccreditation withdrawAccreditation,
      Accreditations accreditations,
      Organisations organisations,
      Caller caller) {
    this.recordAccreditation = recordAccreditation;
    this.withdrawAccreditation = withdrawAccreditation;
    this.accreditations = accreditations;
    this.organisations = organisations;
    this.caller = caller;
  }

  @POST
  @Path("/{org}/accreditations")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  @AcrossOrganisations
  @Operation(
      operationId = "recordAccreditation",
      summary = "A registrar records what an accrediting body decided")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = AccreditationRequest.class),
              examples =
                  @ExampleObject(name = "accreditation", value = AccreditationRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The accreditation is in the register",
      content = @Content(schema = @Schema(implementation = AccreditationView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "403", description = "own-organisation")
  @APIResponse(responseCode = "404", description = "No such organisation has applied")
  @APIResponse(responseCode = "409", description = "too-many-accreditations")
  public Response add(@PathParam("org") UUID organisation, @Nullable AccreditationRequest request) {
    return answer(
        recordAccreditation.record(organisation, Bodies.present(request).terms(), registrar()),
        recorded ->
            Response.created(
                    URI.create(
                        "/organisations/" + organisation + "/accreditations/" + recorded.id()))
                .entity(AccreditationView.of(recorded))
                .build());
  }

  @POST
  @Path("/{org}/accreditations/{accreditation}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  @AcrossOrganisations
  @Operation(
      operationId = "withdrawAccreditation",
      summary = "A registrar records that the accrediting body took its decision back")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ReasonRequest.class),
              examples = @ExampleObject(name = "withdraw", value = ReasonRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The accreditation, withdrawn from now on",
      content = @Content(schema = @Schema(implementation = AccreditationView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "403", description = "own-organisation")
  @APIResponse(responseCode = "404", description = "No such organisation or accreditation")
  @APIResponse(responseCode = "409", description = "accreditation-withdrawn")
  public Response withdraw(
      @PathParam("org") UUID organisation,
      @PathParam("accreditation") UUID accreditation,
      @Nullable ReasonRequest request) {
    return answer(
        withdrawAccreditation.withdraw(
            organisation, accreditation, Bodies.present(request).read(), registrar()),
        withdrawn -> Response.ok(AccreditationView.of(withdrawn)).build());
  }

  @GET
  @Path("/{org}/accreditations")
  @PermitAll
  @AcrossOrganisations
  @Operation(
      operationId = "listAccreditations",
      summary = "An organisation's accreditations, those that ended among them")
  @APIResponse(responseCode = "200", description = "A page of accreditations")
  @APIResponse(responseCode = "404", description = "No such organisation has applied")
  public Response list(
      @PathParam("org") UUID organisation, @BeanParam PageRequest page, @Context UriInfo uri) {
    if (organisations.find(organisation).isEmpty()) {
      throw new ProblemException(Problems.notFound("organisation"));
    }
    var views =
        accreditations.of(organisation, page.afterUuid(), page.limit() + 1).stream()
            .map(AccreditationView::of)
            .toList();
    return Page.of(views, page, view -> view.id().toString()).response(uri);
  }

  @GET
  @Path("/{org}/accreditations/{accreditation}")
  @PermitAll
  @AcrossOrganisations
  @Operation(operationId = "readAccreditation", summary = "One of an organisation's accreditations")
  @APIResponse(
      responseCode = "200",
      description = "The accreditation",
      content = @Content(schema = @Schema(implementation = AccreditationView.class)))
  @APIResponse(responseCode = "404", description = "No such accreditation")
  public AccreditationView read(
      @PathParam("org") UUID organisation, @PathParam("accreditation") UUID accreditation) {
    return accreditations
        .find(organisation, accreditation)
        .map(AccreditationView::of)
        .orElseThrow(() -> new ProblemException(Problems.notFound("accreditation")));
  }

  private Registrar registrar() {
    return new Registrar(caller.subject(), caller.organisationIfAny());
  }

  private static Response answer(Recording recording, Function<Accreditation, Response> recorded) {
    return switch (recording) {
      case Recording.Recorded(Accreditation accreditation) -> recorded.apply(accreditation);
      case Refused refused -> Refusals.problem(refused).response();
    };
  }
}
