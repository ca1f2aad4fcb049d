package org.mikromerit.issuer.delivery.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.issuer.delivery.MakeClaimCode;
import org.mikromerit.issuer.delivery.MakeClaimCode.Made;
import org.mikromerit.issuer.delivery.MakeClaimCode.Refused;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;

@Path("/organisations/{org}/credentials/{id}/claim-codes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Claims", description = "Learners whom no identifier tells of")
class ClaimCodeResource {
  private final MakeClaimCode makeClaimCode;

  ClaimCodeResource(MakeClaimCode makeClaimCode) {
    this.makeClaimCode = makeClaimCode;
  }

  @POST
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "makeClaimCode",
      summary = "A code by which the learner claims a credential; it replaces the one before")
  @APIResponse(
      responseCode = "201",
      description = "The code, which is told this once",
      content = @Content(schema = @Schema(implementation = ClaimCodeView.class)))
  @APIResponse(responseCode = "404", description = "The organisation issued no such credential")
  @APIResponse(responseCode = "409", description = "not-claimable, already-claimed")
  public Response make(@PathParam("org") UUID organisation, @PathParam("id") UUID id) {
    return switch (makeClaimCode.make(organisation, id)) {
      case Made made ->
          Response.status(Response.Status.CREATED)
              .header("Cache-Control", "no-store")
              .entity(new ClaimCodeView(made.code().written(), made.expiresAt()))
              .build();
      case Refused refused -> throw new ProblemException(problem(refused));
    };
  }

  private static Problem problem(Refused refused) {
    return switch (refused) {
      case Refused.NoSuchCredential _ -> Problems.notFound("credential");
      case Refused.HasItsLearner _ ->
          Problem.of(
              409,
              "not-claimable",
              "The credential has its learner",
              "It was issued to an identifier, and whoever signs in with that finds it in their"
                  + " portfolio. Codes are for credentials that were issued to a claim code.");
      case Refused.AlreadyClaimed _ ->
          Problem.of(
              409,
              "already-claimed",
              "The credential was claimed",
              "Somebody has shown a code for it. If it was not the learner, revoke the credential"
                  + " and issue another.");
    };
  }
}
