package org.mikromerit.issuer.status.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.issuer.status.RevokeCredential;
import org.mikromerit.issuer.status.RevokeCredential.Refused;
import org.mikromerit.issuer.status.RevokeCredential.Revoked;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;

@Path("/organisations/{org}/credentials/{id}/revocation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Credentials", description = "What was issued")
class RevocationResource {
  private final RevokeCredential revokeCredential;

  RevocationResource(RevokeCredential revokeCredential) {
    this.revokeCredential = revokeCredential;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "revokeCredential",
      summary = "An institution takes back a credential that it issued, for good")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ChangeRequest.class),
              examples = @ExampleObject(name = "mistake", value = ChangeRequest.REVOCATION)))
  @APIResponse(
      responseCode = "200",
      description = "The credential is revoked",
      content = @Content(schema = @Schema(implementation = StatusView.class)))
  @APIResponse(responseCode = "400", description = "The reason is missing or not one of the coded")
  @APIResponse(responseCode = "404", description = "The organisation issued no such credential")
  @APIResponse(responseCode = "409", description = "already-revoked")
  public StatusView revoke(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @Nullable ChangeRequest request) {
    ChangeRequest change = ChangeRequest.orEmpty(request);
    StatusReason reason = change.reasonFor(CredentialStatus.REVOKED);
    return switch (revokeCredential.revoke(organisation, id, reason, change.readableNote())) {
      case Revoked revoked ->
          new StatusView(
              revoked.credential(), CredentialStatus.REVOKED, revoked.reason(), revoked.since());
      case Refused refused -> throw new ProblemException(problem(refused));
    };
  }

  private static Problem problem(Refused refused) {
    return switch (refused) {
      case Refused.NoSuchCredential _ -> Problems.notFound("credential");
      case Refused.AlreadyRevoked earlier -> StatusProblems.alreadyRevoked(earlier.since());
    };
  }
}
