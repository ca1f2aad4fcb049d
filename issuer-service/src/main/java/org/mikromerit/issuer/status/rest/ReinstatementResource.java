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
import org.mikromerit.issuer.status.ReinstateCredential;
import org.mikromerit.issuer.status.ReinstateCredential.Refused;
import org.mikromerit.issuer.status.ReinstateCredential.Reinstated;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;

@Path("/organisations/{org}/credentials/{id}/reinstatement")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Credentials", description = "What was issued")
class ReinstatementResource {
  private final ReinstateCredential reinstateCredential;

  ReinstatementResource(ReinstateCredential reinstateCredential) {
    this.reinstateCredential = reinstateCredential;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(operationId = "reinstateCredential", summary = "A suspended credential stands again")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ChangeRequest.class),
              examples = @ExampleObject(name = "cleared", value = ChangeRequest.REINSTATEMENT)))
  @APIResponse(
      responseCode = "200",
      description = "The credential stands",
      content = @Content(schema = @Schema(implementation = StatusView.class)))
  @APIResponse(responseCode = "400", description = "The reason is missing or not one of the coded")
  @APIResponse(responseCode = "404", description = "The organisation issued no such credential")
  @APIResponse(responseCode = "409", description = "not-suspended or already-revoked")
  public StatusView reinstate(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @Nullable ChangeRequest request) {
    ChangeRequest change = ChangeRequest.orEmpty(request);
    StatusReason reason = change.reasonFor(CredentialStatus.VALID);
    return switch (reinstateCredential.reinstate(organisation, id, reason, change.readableNote())) {
      case Reinstated reinstated ->
          new StatusView(
              reinstated.credential(),
              CredentialStatus.VALID,
              reinstated.reason(),
              reinstated.since());
      case Refused refused -> throw new ProblemException(problem(refused));
    };
  }

  private static Problem problem(Refused refused) {
    return switch (refused) {
      case Refused.NoSuchCredential _ -> Problems.notFound("credential");
      case Refused.AlreadyRevoked earlier -> StatusProblems.alreadyRevoked(earlier.since());
      case Refused.NotSuspended standing ->
          Problem.of(
                  409,
                  "not-suspended",
                  "The credential is not suspended",
                  "Nothing is left to do: it stands.")
              .with("since", standing.since().toString());
    };
  }
}
