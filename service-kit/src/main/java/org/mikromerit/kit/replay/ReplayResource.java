package org.mikromerit.kit.replay;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.time.Instant;
import java.util.UUID;
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
import org.mikromerit.kit.tenant.Roles;

/** The operator has entities told again, the same in every service that owns any. */
@Path("/operator/replays")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operator")
@RunOnVirtualThread
class ReplayResource {
  private static final String EXAMPLE = "{\"topic\":\"mm.definition.v1\"}";

  private final RequestReplay requestReplay;
  private final Replays replays;

  ReplayResource(RequestReplay requestReplay, Replays replays) {
    this.requestReplay = requestReplay;
    this.replays = replays;
  }

  /**
   * A replay, to look at.
   *
   * @param state RUNNING, FINISHED or FAILED
   */
  public record View(
      UUID id,
      String topic,
      String state,
      long announced,
      Instant requestedAt,
      @Nullable Instant finishedAt,
      @Nullable String failure) {

    static View of(Replay replay) {
      return new View(
          replay.id(),
          replay.topic(),
          replay.state(),
          replay.announced(),
          replay.requestedAt(),
          replay.finishedAt(),
          replay.failure());
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "requestReplay",
      summary = "Announces all of a topic's entities again, with the same event ids")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RequestReplay.Request.class),
              examples = @ExampleObject(name = "a topic", value = EXAMPLE)))
  @APIResponse(
      responseCode = "202",
      description = "It is under way",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "400", description = "This service does not own the topic")
  public Response request(RequestReplay.Request request) {
    Replay replay = requestReplay.request(request);
    return Response.accepted(View.of(replay))
        .header("Location", "/operator/replays/" + replay.id())
        .build();
  }

  @GET
  @Operation(operationId = "listReplays", summary = "Replays, the oldest first")
  public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
    var fetched = replays.list(page.afterUuid(), page.limit() + 1).stream().map(View::of).toList();
    return Page.of(fetched, page, each -> each.id().toString()).response(uri);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "readReplay", summary = "How far a replay is")
  @APIResponse(
      responseCode = "200",
      description = "The replay",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "404", description = "There is no such replay")
  public View read(@PathParam("id") UUID id) {
    return replays
        .find(id)
        .map(View::of)
        .orElseThrow(() -> new ProblemException(Problems.notFound("replay")));
  }
}
