package org.mikromerit.registry.publication.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.credential.jsonld.PinnedContexts;

@Path("/contexts")
@Tag(name = "Publication", description = "What others need to check a credential")
class ContextResource {
  private static final String MEDIA_TYPE = "application/ld+json";

  @GET
  @Path("/credential/v1")
  @PermitAll
  // JSON-LD processors ask for various types; the context has one.
  @Produces(MediaType.WILDCARD)
  @Operation(
      operationId = "readCredentialContext",
      summary = "Our own terms in credentials, as a JSON-LD context")
  @APIResponse(
      responseCode = "200",
      description = "The context; a version of it never changes",
      content = @Content(mediaType = MEDIA_TYPE))
  public Response credential() {
    return Response.ok(PinnedContexts.mikromeritBytes(), MEDIA_TYPE)
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .build();
  }
}
