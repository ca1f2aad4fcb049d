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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.registry.publication.StatusList;
import org.mikromerit.registry.publication.StatusLists;

@Path("/token-status-lists")
@RunOnVirtualThread
@Tag(name = "Publication", description = "What others need to check a credential")
class TokenStatusListResource {
  private static final String MEDIA_TYPE = "application/statuslist+jwt";

  private final StatusLists lists;
  private final Caching caching;

  TokenStatusListResource(StatusLists lists, Caching caching) {
    this.lists = lists;
    this.caching = caching;
  }

  @GET
  @Path("/{id}")
  @PermitAll
  // As for the other form: it has one type, whichever is asked for.
  @Produces(MediaType.WILDCARD)
  @Operation(
      operationId = "readTokenStatusList",
      summary = "The newest version of a list of revocations as a Token Status List",
      description =
          "A signed token (statuslist+jwt) of two bits for each credential: 0 valid, 1 revoked, 2 suspended.")
  @APIResponse(
      responseCode = "200",
      description = "The signed token",
      content = @Content(mediaType = MEDIA_TYPE))
  @APIResponse(responseCode = "304", description = "The version that you have is the newest")
  @APIResponse(responseCode = "404", description = "No such list was published as a token")
  public Response read(@PathParam("id") UUID id, @Context Request request) {
    StatusList list = lists.find(id).orElseThrow(TokenStatusListResource::notFound);
    String token = list.token();
    if (token == null) {
      throw notFound();
    }
    EntityTag version = new EntityTag(Integer.toString(list.version()));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(version);
    Response.ResponseBuilder answer =
        unchanged == null ? Response.ok(token, MEDIA_TYPE) : unchanged;
    return answer.tag(version).cacheControl(caching.briefUntil(list.validUntil())).build();
  }

  private static ProblemException notFound() {
    return new ProblemException(Problems.notFound("token status list"));
  }
}
