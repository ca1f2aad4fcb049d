package org.mikromerit.issuer.vcapi.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
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
import org.mikromerit.issuer.vcapi.IssuerInstance;
import org.mikromerit.issuer.vcapi.OpenInstances;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/**
 * The W3C's API for everybody, as its interoperability suites come: there is an instance here only
 * in the open test profile, and only one that was made to be open.
 */
@Path("/issuers/{id}/credentials")
@RunOnVirtualThread
@Tag(name = "VC-API", description = "Signing what an organisation's own programs composed")
class OpenIssuerResource {
  private final VcApi vcApi;
  private final OpenInstances instances;

  OpenIssuerResource(VcApi vcApi, OpenInstances instances) {
    this.vcApi = vcApi;
    this.instances = instances;
  }

  @POST
  @Path("/issue")
  @Consumes({MediaType.APPLICATION_JSON, "application/ld+json"})
  @Produces(MediaType.APPLICATION_JSON)
  @PermitAll
  @Operation(
      operationId = "issueOpenly",
      summary = "Anybody has a credential signed, in the open test profile",
      description =
          "As below an organisation, by instances that were made to be open. Outside the test profile there is none.")
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
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key")
          @Parameter(description = "The same when a request is repeated; kept for 30 days.")
          @Nullable String key,
      byte[] request) {
    return vcApi.issue(instance(id), key, request);
  }

  @POST
  @Path("/status")
  @Consumes({MediaType.APPLICATION_JSON, "application/ld+json"})
  @Produces(MediaType.APPLICATION_JSON)
  @PermitAll
  @Operation(
      operationId = "setStatusOpenly",
      summary = "Anybody takes a credential back or suspends it, in the open test profile",
      description =
          "All that the instance issued under the id is revoked, for good, or suspended until that is lifted. Verifiers see it in the status list, within seconds.")
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
  public Response setStatus(@PathParam("id") UUID id, byte[] request) {
    return vcApi.setStatus(instance(id), request);
  }

  private IssuerInstance instance(UUID id) {
    return instances
        .find(id)
        .orElseThrow(() -> new ProblemException(Problems.notFound("issuer instance")));
  }
}
