package org.mikromerit.kit.projection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;

/** The operator's hand on this service's copies of what others own. */
@Path("/operator/projections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operator")
@RunOnVirtualThread
class ProjectionResource {
  private final RebuildProjection rebuildProjection;
  private final ProjectionTables tables;

  ProjectionResource(RebuildProjection rebuildProjection, ProjectionTables tables) {
    this.rebuildProjection = rebuildProjection;
    this.tables = tables;
  }

  /**
   * A projection and the topics that it is made from.
   *
   * @param ownersReplayNeeded those of them that forget, so that a rebuild needs their owners
   */
  public record View(String name, List<String> topics, List<String> ownersReplayNeeded) {
    static View of(Projection projection) {
      return new View(
          projection.name(),
          projection.topics().stream().map(Topic::topicName).sorted().toList(),
          projection.topics().stream()
              .filter(topic -> !topic.compacted())
              .map(Topic::topicName)
              .sorted()
              .toList());
    }
  }

  /** All of them: a service has few, so this list has one page. */
  public record Views(List<View> items) {}

  @GET
  @Operation(
      operationId = "listProjections",
      summary = "The copies of what others own, which can be made again")
  public Views list() {
    return new Views(rebuildProjection.all().stream().map(View::of).toList());
  }

  @GET
  @Path("/{name}/dump")
  @Operation(
      operationId = "dumpProjection",
      summary = "How many rows a projection has, and the hash of its canonical dump")
  @APIResponse(
      responseCode = "200",
      description = "Rows and hash",
      content = @Content(schema = @Schema(implementation = ProjectionTables.Dump.class)))
  @APIResponse(responseCode = "404", description = "There is no such projection")
  public ProjectionTables.Dump dump(@PathParam("name") String name) {
    return tables.dump(projection(name));
  }

  @POST
  @Path("/{name}/rebuild")
  @Operation(
      operationId = "rebuildProjection",
      summary = "Throws a projection away and makes it again from the topics' beginning")
  @APIResponse(
      responseCode = "202",
      description = "It is empty, and being made",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "404", description = "There is no such projection")
  public Response rebuild(@PathParam("name") String name) {
    Projection projection = projection(name);
    rebuildProjection.rebuild(projection);
    return Response.accepted(View.of(projection)).build();
  }

  private Projection projection(String name) {
    return rebuildProjection
        .named(name)
        .orElseThrow(() -> new ProblemException(Problems.notFound("projection")));
  }
}
