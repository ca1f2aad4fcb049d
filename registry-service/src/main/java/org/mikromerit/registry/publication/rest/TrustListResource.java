package org.mikromerit.registry.publication.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.registry.publication.SignedTrustList;
import org.mikromerit.registry.publication.TrustList;
import org.mikromerit.registry.publication.TrustListVersions;

@Path("/trust-list")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Publication", description = "What others need to check a credential")
class TrustListResource {
  private static final String SIGNED = "application/jose";

  private final TrustList trustList;
  private final TrustListVersions versions;
  private final Caching caching;

  TrustListResource(TrustList trustList, TrustListVersions versions, Caching caching) {
    this.trustList = trustList;
    this.versions = versions;
    this.caching = caching;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "readTrustList",
      summary = "The organisations that may issue now, with every key that they had")
  @APIResponse(responseCode = "200", description = "A page of organisations")
  public Response read(@BeanParam PageRequest page, @Context UriInfo uri) {
    var views =
        trustList.issuers(page.afterUuid(), page.limit() + 1).stream()
            .map(TrustedIssuerView::of)
            .toList();
    return Page.of(views, page, view -> view.id().toString()).response(uri);
  }

  @GET
  @Path("/signed")
  @PermitAll
  // Readers ask for various types; the signed list has one.
  @Produces(MediaType.WILDCARD)
  @Operation(
      operationId = "readSignedTrustList",
      summary = "Who is and was trusted, signed by the registry: the newest version")
  @APIResponse(
      responseCode = "200",
      description =
          "A JWS in compact serialisation, of type mikromerit-trust-list+jwt; its key is in the registry's DID document",
      content = @Content(mediaType = SIGNED))
  @APIResponse(responseCode = "304", description = "The version that you have is the newest")
  @APIResponse(responseCode = "404", description = "None is signed yet")
  public Response readSigned(@Context Request request) {
    SignedTrustList newest =
        versions.newest().orElseThrow(() -> new ProblemException(Problems.notFound("trust list")));
    EntityTag version = new EntityTag(Long.toString(newest.version()));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(version);
    Response.ResponseBuilder answer =
        unchanged == null ? Response.ok(newest.jws(), SIGNED) : unchanged;
    return answer.tag(version).cacheControl(caching.briefUntil(newest.validUntil())).build();
  }

  @GET
  @Path("/versions")
  @PermitAll
  @Operation(
      operationId = "listTrustListVersions",
      summary = "Every signed version, older first; each names the digest of the one before")
  @APIResponse(responseCode = "200", description = "A page of versions")
  public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
    var summaries = versions.summaries(page.afterPosition(0), page.limit() + 1);
    return Page.of(summaries, page, version -> Long.toString(version.version())).response(uri);
  }

  @GET
  @Path("/versions/{version}")
  @PermitAll
  @Produces(MediaType.WILDCARD)
  @Operation(operationId = "readTrustListVersion", summary = "A version as it was signed")
  @APIResponse(
      responseCode = "200",
      description = "A JWS in compact serialisation; it never changes",
      content = @Content(mediaType = SIGNED))
  @APIResponse(responseCode = "404", description = "There is no such version")
  public Response readVersion(@PathParam("version") long version) {
    SignedTrustList signed =
        versions
            .find(version)
            .orElseThrow(() -> new ProblemException(Problems.notFound("version")));
    return Response.ok(signed.jws(), SIGNED)
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .build();
  }
}
