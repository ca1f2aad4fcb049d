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
import org.mikromerit.issuer.status.SuspendCredential;
import org.mikromerit.issuer.status.SuspendCredential.Refused;
import org.mikromerit.issuer.status.SuspendCredential.Suspended;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;

@Path("/organisations/{org}/credentials/{id}/suspension")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Credentials", description = "What was issued")
class SuspensionResource {
  private final SuspendCredential suspendCredential;

  SuspensionResource(SuspendCredential suspendCredential) {
    this.suspendCredential = suspendCredential;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "suspendCredential",
      summary = "A credential that an institution issued counts for nothing for the time being")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ChangeRequest.class),
              examples = @ExampleObject(name = "investigation", value = ChangeRequest.SUSPENSION)))
  @APIResponse(
      responseCode = "200",
      description = "The credential is suspended",
      content = @Content(schema = @Schema(implementation = StatusView.class)))
  @APIResponse(responseCode = "400", description = "The reason is missing or not one of the coded")
  @APIResponse(responseCode = "404", description = "The organisation issued no such credential")
  @APIResponse(
      responseCode = "409",
      description = "already-suspended, already-revoked, not-suspendable or changed-too-often")
  public StatusView suspend(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @Nullable ChangeRequest request) {
    ChangeRequest change = ChangeRequest.orEmpty(request);
    StatusReason reason = change.reasonFor(CredentialStatus.SUSPENDED);
    return switch (suspendCredential.suspend(organisation, id, reason, change.readableNote())) {
      case Suspended suspended ->
          new StatusView(
              suspended.credential(),
              CredentialStatus.SUSPENDED,
              suspended.reason(),
              suspended.since());
      case Refused refused -> throw new ProblemException(problem(refused));
    };
  }

  private static Problem problem(Refused refused) {
    return switch (refused) {
      case Refused.NoSuchCredential _ -> Problems.notFound("credential");
      case Refused.AlreadyRevoked earlier -> StatusProblems.alreadyRevoked(earlier.since());
      case Refused.AlreadySuspended earlier ->
          Problem.of(
                  409,
                  "already-suspended",
                  "The credential is suspended already",
                  "Nothing is left to do: it counts for nothing until it is reinstated.")
              .with("since", earlier.since().toString());
      case Refused.NotSuspendable _ ->
          Problem.of(
              409,
              "not-suspendable",
              "The credential cannot be suspended",
              "Its document names no list that tells of suspensions, so not every verifier would"
                  + " learn of it. Revoke it, and issue it anew when it is cleared.");
      case Refused.ChangedTooOften _ ->
          Problem.of(
              409,
              "changed-too-often",
              "The credential was suspended and reinstated too often",
              "Its announced history has no room for more. It can still be revoked.");
    };
  }
}
