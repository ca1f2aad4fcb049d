package org.mikromerit.registry.sharing.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.registry.sharing.ViewShare;

@Path("/shared")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "Sharing", description = "What a learner shows to others, and until when")
class SharedResource {
  private final ViewShare viewShare;

  SharedResource(ViewShare viewShare) {
    this.viewShare = viewShare;
  }

  /** The link's secret part, in the body: addresses stand in logs. */
  @Schema(requiredProperties = "token")
  record LinkRequest(
      @Schema(pattern = "^[A-Za-z0-9_-]{32}$") @Nullable String token,
      @Schema(pattern = "^[0-9]{4,12}$") @Nullable String pin,
      @Schema(
              description =
                  "Whether one of a limited number of views may go for it; without it programs that only look where a link leads use none up")
          @Nullable Boolean counted) {

    static final String EXAMPLE =
        """
        { "token": "Zt0m8Qy5oVJcX2h1sWnD7rGfLk4uEaP9", "pin": "271828", "counted": true }
        """;

    /** Neither of the secrets. */
    @Override
    public String toString() {
      return "LinkRequest";
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "viewShare",
      summary = "What a learner shows by a link, under the issuers' own signatures",
      description = "Each answer with documents counts as a view and is told to the learner.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = LinkRequest.class),
              examples = @ExampleObject(name = "link", value = LinkRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The documents, to be verified like any other",
      content = @Content(schema = @Schema(implementation = SharedView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "403", description = "pin-needed, wrong-pin, takes-a-view")
  @APIResponse(responseCode = "404", description = "There was never such a share")
  @APIResponse(responseCode = "410", description = "share-ended")
  @APIResponse(
      responseCode = "429",
      description =
          "seen-too-often: see Retry-After; one link shows something 60 times a minute, and to one after the other")
  public Response view(@Nullable LinkRequest request) {
    if (request == null || request.token() == null) {
      throw new ProblemException(
          Problems.invalidValue("/token", "token is the last part of the link."));
    }
    return Outcomes.response(
        viewShare.view(request.token(), request.pin(), Boolean.TRUE.equals(request.counted())));
  }
}
