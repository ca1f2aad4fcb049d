package org.mikromerit.issuer.delivery.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.delivery.ClaimConfig;
import org.mikromerit.issuer.delivery.ClaimCredential;
import org.mikromerit.issuer.delivery.ClaimCredential.Claimed;
import org.mikromerit.issuer.delivery.ClaimCredential.Refused;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;

@Path("/claim")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Claims", description = "Learners whom no identifier tells of")
class ClaimResource {
  private final ClaimCredential claimCredential;
  private final ClaimConfig config;

  ClaimResource(ClaimCredential claimCredential, ClaimConfig config) {
    this.claimCredential = claimCredential;
    this.config = config;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.LEARNER)
  @Operation(
      operationId = "claimCredential",
      summary = "Whoever is signed in and shows a credential's code has it in their portfolio")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ClaimRequest.class),
              examples = @ExampleObject(name = "letter", value = ClaimRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "It is the caller's",
      content = @Content(schema = @Schema(implementation = ClaimView.class)))
  @APIResponse(responseCode = "400", description = "There is no code")
  @APIResponse(
      responseCode = "404",
      description = "claim-code-unknown: wrong, used, replaced or too old")
  @APIResponse(responseCode = "429", description = "too-many-attempts")
  public ClaimView claim(@Nullable ClaimRequest request) {
    return switch (claimCredential.claim(code(request))) {
      case Claimed claimed -> new ClaimView(claimed.credential());
      case Refused refused -> throw new ProblemException(problem(refused));
    };
  }

  private static String code(@Nullable ClaimRequest request) {
    if (request == null || request.code() == null || request.code().isBlank()) {
      throw new ProblemException(
          Problems.invalidValue("/code", "Give the code as it stands in the letter."));
    }
    return request.code();
  }

  private Problem problem(Refused refused) {
    return switch (refused) {
      case Refused.NoSuchCode _ ->
          Problem.of(
              404,
              "claim-code-unknown",
              "No credential waits for this code",
              "Check the code. One that was used, replaced by a newer one or is too old no longer"
                  + " works: ask the institution for another.");
      case Refused.TooManyAttempts _ ->
          Problem.of(
                  429,
                  "too-many-attempts",
                  "Too many codes were wrong",
                  "Wait, and then try again with the code as it stands in the letter.")
              .retryAfter(Math.toIntExact(config.attemptsWithin().toSeconds()));
    };
  }
}
