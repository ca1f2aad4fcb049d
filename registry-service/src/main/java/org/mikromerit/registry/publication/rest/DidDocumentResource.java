package org.mikromerit.registry.publication.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.credential.did.DidDocument;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.registry.publication.DidDocuments;

@Path("/organisations")
@RunOnVirtualThread
@Tag(name = "Publication", description = "What others need to check a credential")
class DidDocumentResource {
  private final DidDocuments documents;
  private final Caching caching;

  DidDocumentResource(DidDocuments documents, Caching caching) {
    this.documents = documents;
    this.caching = caching;
  }

  @GET
  @Path("/{id}/did.json")
  @PermitAll
  // Resolvers ask for various types; the document has one.
  @Produces(MediaType.WILDCARD)
  @Operation(
      operationId = "readDidDocument",
      summary = "The DID document of an organisation that is or was authorised")
  @APIResponse(
      responseCode = "200",
      description = "The document, with every key that the organisation had",
      content = @Content(mediaType = DidDocument.MEDIA_TYPE))
  @APIResponse(
      responseCode = "404",
      description = "No such organisation was ever authorised, or it has no key yet")
  public Response read(@PathParam("id") UUID id) {
    byte[] document =
        documents.of(id).orElseThrow(() -> new ProblemException(Problems.notFound("DID document")));
    return Response.ok(document, DidDocument.MEDIA_TYPE).cacheControl(caching.brief()).build();
  }
}
