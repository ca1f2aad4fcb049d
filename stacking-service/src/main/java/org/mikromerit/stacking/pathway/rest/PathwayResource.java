package org.mikromerit.stacking.pathway.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.idempotency.Answer;
import org.mikromerit.kit.idempotency.Answers;
import org.mikromerit.kit.idempotency.Idempotency;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.stacking.pathway.ChangeDraft;
import org.mikromerit.stacking.pathway.DraftPathway;
import org.mikromerit.stacking.pathway.Pathways;
import org.mikromerit.stacking.pathway.PublishPathway;
import org.mikromerit.stacking.pathway.Refused;

@Path("/organisations/{org}/pathways")
@Tag(name = "Pathways", description = "Versioned rules under which credentials stack to an award.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PathwayResource {
  private final DraftPathway draftPathway;
  private final ChangeDraft changeDraft;
  private final PublishPathway publishPathway;
  private final Pathways pathways;
  private final Idempotency idempotency;
  private final Answers answers;

  PathwayResource(
      DraftPathway draftPathway,
      ChangeDraft changeDraft,
      PublishPathway publishPathway,
      Pathways pathways,
      Idempotency idempotency,
      Answers answers) {
    this.draftPathway = draftPathway;
    this.changeDraft = changeDraft;
    this.publishPathway = publishPathway;
    this.pathways = pathways;
    this.idempotency = idempotency;
    this.answers = answers;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "draftPathway",
      summary = "Begin a pathway",
      description =
          "The draft counts for nobody until it is published. Idempotency-Key is optional.")
  @APIResponse(
      responseCode = "201",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = PathwayView.class)))
  @APIResponse(responseCode = "400", description = "What is wrong, with JSON pointers")
  public Response draft(
      @PathParam("org") UUID org,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = PathwayBody.class),
                      examples =
                          @ExampleObject(name = "nursing-assistant", value = PathwayBody.EXAMPLE)))
          @Nullable PathwayBody body) {
    PathwayBody sent = present(body);
    PathwayBody.Draft draft = sent.checked();
    Answer answer =
        key == null
            ? drafted(org, draft)
            : idempotency.once(org, "draft-pathway", key, sent, () -> drafted(org, draft));
    return answer.response();
  }

  private Answer drafted(UUID org, PathwayBody.Draft draft) {
    var view = PathwayView.of(draftPathway.draft(org, draft.title(), draft.rule()));
    return answers.json(201, "/organisations/" + org + "/pathways/" + view.id(), view);
  }

  @PUT
  @Path("/{id}/draft")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "redraftPathway",
      summary = "Change a pathway's draft",
      description = "Published versions stay as they are; the draft becomes the next one.")
  @APIResponse(
      responseCode = "200",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = PathwayView.class)))
  @APIResponse(responseCode = "400", description = "What is wrong, with JSON pointers")
  @APIResponse(responseCode = "404", description = "No such pathway of this organisation")
  public PathwayView change(
      @PathParam("org") UUID org,
      @PathParam("id") UUID id,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = PathwayBody.class),
                      examples =
                          @ExampleObject(name = "nursing-assistant", value = PathwayBody.EXAMPLE)))
          @Nullable PathwayBody body) {
    PathwayBody.Draft draft = present(body).checked();
    return switch (changeDraft.change(org, id, draft.title(), draft.rule())) {
      case ChangeDraft.Changed(var pathway) -> PathwayView.of(pathway);
      case Refused refused -> throw Refusals.problem(refused);
    };
  }

  @POST
  @Path("/{id}/publication")
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "publishPathway",
      summary = "Publish the draft as the newest version",
      description =
          "For good: a version never changes. Everyone who already holds what it asks for is evaluated"
              + " in the background. Without a change since the last publication the answer is that"
              + " version.")
  @APIResponse(
      responseCode = "200",
      description = "The version",
      content = @Content(schema = @Schema(implementation = PublicationView.class)))
  @APIResponse(responseCode = "404", description = "No such pathway of this organisation")
  @APIResponse(responseCode = "422", description = "A part of it can never count")
  public PublicationView publish(@PathParam("org") UUID org, @PathParam("id") UUID id) {
    return switch (publishPathway.publish(org, id)) {
      case PublishPathway.Published published -> PublicationView.of(published);
      case Refused refused -> throw Refusals.problem(refused);
    };
  }

  @GET
  @RolesAllowed({Roles.CREATOR, Roles.ISSUER})
  @Operation(operationId = "listPathways", summary = "List the organisation's pathways")
  @APIResponse(responseCode = "200", description = "A page of drafts")
  public Response list(
      @PathParam("org") UUID org, @BeanParam PageRequest page, @Context UriInfo uri) {
    var fetched = pathways.listedFor(org, page.afterUuid(), page.limit() + 1);
    var views = fetched.stream().map(PathwayView::of).toList();
    return Page.of(views, page, view -> view.id().toString()).response(uri);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.CREATOR, Roles.ISSUER})
  @Operation(operationId = "showPathway", summary = "Show one of the organisation's pathways")
  @APIResponse(
      responseCode = "200",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = PathwayView.class)))
  @APIResponse(responseCode = "404", description = "No such pathway of this organisation")
  public PathwayView show(@PathParam("org") UUID org, @PathParam("id") UUID id) {
    return pathways
        .ownedBy(org, id)
        .map(PathwayView::of)
        .orElseThrow(() -> Refusals.problem(new Refused.NoSuchPathway()));
  }

  private static PathwayBody present(@Nullable PathwayBody body) {
    if (body == null) {
      throw new ProblemException(Problems.invalidValue("", "Send a draft as the body."));
    }
    return body;
  }
}
