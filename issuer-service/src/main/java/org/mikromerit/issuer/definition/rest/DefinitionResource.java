package org.mikromerit.issuer.definition.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.definition.CheckDefinition;
import org.mikromerit.issuer.definition.Definitions;
import org.mikromerit.issuer.definition.Draft;
import org.mikromerit.issuer.definition.DraftDefinition;
import org.mikromerit.issuer.definition.PublishDefinition;
import org.mikromerit.issuer.definition.PublishDefinition.Published;
import org.mikromerit.issuer.definition.PublishDefinition.Refused;
import org.mikromerit.issuer.definition.rules.Finding;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.problem.Violations;
import org.mikromerit.kit.tenant.Roles;

@Path("/organisations/{org}/definitions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Definitions", description = "What may be awarded")
class DefinitionResource {
  private static final String DEFINITION = "definition";

  private final DraftDefinition draftDefinition;
  private final PublishDefinition publishDefinition;
  private final CheckDefinition checkDefinition;
  private final Definitions definitions;

  DefinitionResource(
      DraftDefinition draftDefinition,
      PublishDefinition publishDefinition,
      CheckDefinition checkDefinition,
      Definitions definitions) {
    this.draftDefinition = draftDefinition;
    this.publishDefinition = publishDefinition;
    this.checkDefinition = checkDefinition;
    this.definitions = definitions;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "draftDefinition",
      summary = "A creator begins a definition; anything may be left out until it is published")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Draft.class),
              examples = @ExampleObject(name = "hygiene", value = DefinitionExamples.HYGIENE)))
  @APIResponse(
      responseCode = "201",
      description = "The definition, as a draft",
      content = @Content(schema = @Schema(implementation = DefinitionView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  public Response draft(@PathParam("org") UUID organisation, @Nullable Draft draft) {
    var view = DefinitionView.of(draftDefinition.begin(organisation, present(draft)));
    // As it is: Response.created would make it absolute under a host that we may not know.
    return Response.status(Response.Status.CREATED)
        .header("Location", "/organisations/" + organisation + "/definitions/" + view.id())
        .entity(view)
        .build();
  }

  @POST
  @Path("/check")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "checkDefinition",
      summary = "A creator asks what publishing a draft would be refused for; nothing is kept")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Draft.class),
              examples = @ExampleObject(name = "hygiene", value = DefinitionExamples.HYGIENE)))
  @APIResponse(
      responseCode = "200",
      description = "Which standard elements are there, and each rule that does not hold",
      content = @Content(schema = @Schema(implementation = CheckView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "403", description = "organisation-not-authorised")
  public CheckView check(@PathParam("org") UUID organisation, @Nullable Draft draft) {
    Draft given = present(draft);
    return checkDefinition
        .check(organisation, given)
        .map(judgement -> CheckView.of(given.kind(), judgement))
        .orElseThrow(() -> new ProblemException(organisationUnknown()));
  }

  @GET
  @RolesAllowed({Roles.CREATOR, Roles.ISSUER})
  @Operation(
      operationId = "listDefinitions",
      summary = "An organisation's definitions, oldest first")
  @APIResponse(responseCode = "200", description = "A page of definitions")
  public Response list(
      @PathParam("org") UUID organisation, @BeanParam PageRequest page, @Context UriInfo uri) {
    var views =
        definitions.list(organisation, page.afterUuid(), page.limit() + 1).stream()
            .map(DefinitionView::of)
            .toList();
    return Page.of(views, page, view -> view.id().toString()).response(uri);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.CREATOR, Roles.ISSUER})
  @Operation(operationId = "readDefinition", summary = "One definition, with its draft")
  @APIResponse(
      responseCode = "200",
      description = "The definition",
      content = @Content(schema = @Schema(implementation = DefinitionView.class)))
  @APIResponse(responseCode = "404", description = "The organisation has no such definition")
  public DefinitionView read(@PathParam("org") UUID organisation, @PathParam("id") UUID id) {
    return definitions
        .find(organisation, id)
        .map(DefinitionView::of)
        .orElseThrow(DefinitionResource::notFound);
  }

  @PUT
  @Path("/{id}/draft")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "redraftDefinition",
      summary = "A creator replaces the draft; published versions stay as they are")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = Draft.class),
              examples = @ExampleObject(name = "hygiene", value = DefinitionExamples.HYGIENE)))
  @APIResponse(
      responseCode = "200",
      description = "The definition with its new draft",
      content = @Content(schema = @Schema(implementation = DefinitionView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "404", description = "The organisation has no such definition")
  public DefinitionView redraft(
      @PathParam("org") UUID organisation, @PathParam("id") UUID id, @Nullable Draft draft) {
    return draftDefinition
        .replace(organisation, id, present(draft))
        .map(DefinitionView::of)
        .orElseThrow(DefinitionResource::notFound);
  }

  @POST
  @Path("/{id}/publication")
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "publishDefinition",
      summary = "A creator publishes the draft as the next version, which never changes")
  @APIResponse(
      responseCode = "200",
      description = "The version; the same again where the draft has not changed since",
      content = @Content(schema = @Schema(implementation = PublicationView.class)))
  @APIResponse(responseCode = "403", description = "organisation-not-authorised")
  @APIResponse(responseCode = "404", description = "The organisation has no such definition")
  @APIResponse(
      responseCode = "422",
      description = "definition-incomplete; errors names each rule that does not hold")
  public PublicationView publish(@PathParam("org") UUID organisation, @PathParam("id") UUID id) {
    return switch (publishDefinition.publish(organisation, id)) {
      case Published published -> PublicationView.of(published.version());
      case Refused refused -> throw new ProblemException(problem(refused));
    };
  }

  @GET
  @Path("/{id}/versions/{version}")
  @RolesAllowed({Roles.CREATOR, Roles.ISSUER})
  @Operation(operationId = "readDefinitionVersion", summary = "A published version, whole")
  @APIResponse(
      responseCode = "200",
      description = "The version",
      content = @Content(schema = @Schema(implementation = VersionView.class)))
  @APIResponse(responseCode = "404", description = "The organisation has published no such version")
  public VersionView version(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @PathParam("version") @Schema(type = SchemaType.INTEGER) String version) {
    return definitions
        .version(organisation, id, number(version))
        .map(VersionView::of)
        .orElseThrow(DefinitionResource::notFound);
  }

  /** What is no number names no version. */
  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw notFound();
    }
  }

  private static Problem problem(Refused refused) {
    return switch (refused) {
      case Refused.NoSuchDefinition _ -> Problems.notFound(DEFINITION);
      case Refused.OrganisationUnknown _ -> organisationUnknown();
      case Refused.Incomplete incomplete -> incomplete(incomplete);
    };
  }

  private static Problem organisationUnknown() {
    return Problem.of(
        403,
        "organisation-not-authorised",
        "The organisation is not authorised",
        "The register has not told of this organisation. Apply to it first.");
  }

  private static Problem incomplete(Refused.Incomplete incomplete) {
    var errors = new Violations();
    for (Finding finding : incomplete.findings()) {
      Map<String, String> element =
          finding.element() == null ? Map.of() : Map.of("element", finding.element().code());
      errors.add(element, finding.code(), finding.field(), finding.detail());
    }
    return Problem.of(
            422,
            "definition-incomplete",
            "The definition cannot be published yet",
            "Correct what errors names, and publish again.")
        .with("errors", errors.errors());
  }

  private static Draft present(@Nullable Draft draft) {
    if (draft == null) {
      throw new ProblemException(Problems.malformedJson("Send the draft as a JSON object."));
    }
    return draft;
  }

  private static ProblemException notFound() {
    return new ProblemException(Problems.notFound(DEFINITION));
  }
}
