package org.mikromerit.issuer.vcapi.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.vcapi.FindInstance;
import org.mikromerit.issuer.vcapi.IssuerInstance;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;

/** The W3C's API below the organisation whose instance it is. */
@Path("/organisations/{org}/issuers/{id}/credentials")
@RunOnVirtualThread
@Tag(name = "VC-API", description = "Signing what an organisation's own programs composed")
class GivenCredentialResource {
  private final VcApi vcApi;
  private final FindInstance findInstance;

  GivenCredentialResource(VcApi vcApi, FindInstance findInstance) {
    this.vcApi = vcApi;
    this.findInstance = findInstance;
  }

  @POST
  @Path("/issue")
  @Consumes({MediaType.APPLICATION_JSON, "application/ld+json"})
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "issueGivenCredential",
      summary = "An organisation's program has a credential signed as it composed it",
      description =
          "A credential of the data model 2.0 of at most 256 kB, whose every member the signature covers. The issuer is filled in where it is left out. It is kept. Where it is in the organisation's name, the ledger is told its digest, and nobody more.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT),
            examples = @ExampleObject(name = "minimal", value = VcApi.ISSUE_EXAMPLE)),
        @Content(mediaType = "application/ld+json", schema = @Schema(type = SchemaType.OBJECT))
      })
  @APIResponse(
      responseCode = "201",
      description = "The signed credential, as verifiableCredential",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(
      responseCode = "403",
      description = "organisation-not-authorised, authorisation-withdrawn")
  @APIResponse(responseCode = "404", description = "There is no such instance")
  @APIResponse(responseCode = "409", description = "idempotency-key-reused")
  @APIResponse(
      responseCode = "422",
      description = "credential-not-fit; errors names what is wrong with the credential")
  public Response issue(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key")
          @Parameter(description = "The same when a request is repeated; kept for 30 days.")
          @Nullable String key,
      byte[] request) {
    return vcApi.issue(instance(organisation, id), key, request);
  }

  @POST
  @Path("/status")
  @Consumes({MediaType.APPLICATION_JSON, "application/ld+json"})
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "setGivenCredentialStatus",
      summary = "An organisation's program takes a credential back or suspends it",
      description =
          "All that the instance issued under the id is revoked, for good, or suspended until that is lifted; where the entry names its list and index, that one alone. Verifiers see it in the status list, within seconds.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT),
            examples = @ExampleObject(name = "revocation", value = VcApi.STATUS_EXAMPLE)),
        @Content(mediaType = "application/ld+json", schema = @Schema(type = SchemaType.OBJECT))
      })
  @APIResponse(responseCode = "200", description = "The status is as it was asked to be")
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(
      responseCode = "404",
      description = "There is no such instance, or it issued no such credential with a status")
  @APIResponse(
      responseCode = "409",
      description = "already-revoked, not-suspendable, credentials-too-many")
  public Response setStatus(
      @PathParam("org") UUID organisation, @PathParam("id") UUID id, byte[] request) {
    return vcApi.setStatus(instance(organisation, id), request);
  }

  @GET
  @Path("/{credential}")
  @Produces({"application/vc", "application/ld+json", MediaType.APPLICATION_JSON})
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "readGivenCredential",
      summary = "A credential that was signed as it was given, in the exact bytes")
  @APIResponse(responseCode = "200", description = "The credential")
  @APIResponse(responseCode = "404", description = "The instance issued no such credential")
  @APIResponse(responseCode = "410", description = "erased")
  public Response read(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @PathParam("credential") UUID credential) {
    return Response.ok(vcApi.read(instance(organisation, id), credential), "application/vc")
        .build();
  }

  private IssuerInstance instance(UUID organisation, UUID id) {
    return findInstance
        .of(organisation, id)
        .orElseThrow(() -> new ProblemException(Problems.notFound("issuer instance")));
  }
}
