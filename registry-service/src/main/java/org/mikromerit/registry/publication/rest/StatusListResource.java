package org.mikromerit.registry.publication.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.registry.publication.StatusList;
import org.mikromerit.registry.publication.StatusLists;

@Path("/status-lists")
@RunOnVirtualThread
@Tag(name = "Publication", description = "What others need to check a credential")
class StatusListResource {
  private static final String MEDIA_TYPE = "application/vc";

  private final StatusLists lists;
  private final Caching caching;

  StatusListResource(StatusLists lists, Caching caching) {
    this.lists = lists;
    this.caching = caching;
  }

  @GET
  @Path("/{id}")
  @PermitAll
  // Verifiers ask for various types; a signed list has one.
  @Produces(MediaType.WILDCARD)
  @Operation(
      operationId = "readStatusList",
      summary = "The newest version of a signed status list, byte for byte")
  @APIResponse(
      responseCode = "200",
      description = "The signed list",
      content = @Content(mediaType = MEDIA_TYPE))
  @APIResponse(responseCode = "304", description = "The version that you have is the newest")
  @APIResponse(responseCode = "404", description = "No such list was published")
  public Response read(@PathParam("id") UUID id, @Context Request request) {
    StatusList list =
        lists.find(id).orElseThrow(() -> new ProblemException(Problems.notFound("status list")));
    EntityTag version = new EntityTag(Integer.toString(list.version()));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(version);
    Response.ResponseBuilder answer =
        unchanged == null
            ? Response.ok(list.credential().getBytes(StandardCharsets.UTF_8), MEDIA_TYPE)
            : unchanged;
    return answer.tag(version).cacheControl(caching.briefUntil(list.validUntil())).build();
  }
}
