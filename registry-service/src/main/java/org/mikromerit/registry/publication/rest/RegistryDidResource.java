package org.mikromerit.registry.publication.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.mikromerit.credential.did.DidDocument;
import org.mikromerit.registry.publication.DidDocuments;

@Path("/.well-known/did.json")
@RunOnVirtualThread
@Tag(name = "Publication", description = "What others need to check a credential")
class RegistryDidResource {
  private final DidDocuments documents;
  private final Caching caching;

  RegistryDidResource(DidDocuments documents, Caching caching) {
    this.documents = documents;
    this.caching = caching;
  }

  @GET
  @PermitAll
  // Resolvers ask for various types; the document has one.
  @Produces(MediaType.WILDCARD)
  @Operation(
      operationId = "readRegistryDidDocument",
      summary = "The registry's own DID document: who signs trust lists and bundles")
  @APIResponse(
      responseCode = "200",
      description = "The document, with the registry's key",
      content = @Content(mediaType = DidDocument.MEDIA_TYPE))
  public Response read() {
    return Response.ok(documents.ofTheRegistry(), DidDocument.MEDIA_TYPE)
        .cacheControl(caching.brief())
        .build();
  }
}
