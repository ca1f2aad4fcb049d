package org.mikromerit.verification.verdict.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import org.mikromerit.credential.Moment;
import org.mikromerit.kit.http.LargeBody;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.verification.verdict.VerificationRequest;
import org.mikromerit.verification.verdict.VerifyMany;
import org.mikromerit.verification.verdict.VerifyMany.Answer;

/** Verdicts with a policy, with a bundle, and about many documents at once, without an account. */
@Path("/verify")
@Tag(name = "verification")
@RunOnVirtualThread
class VerifyRequestResource {
  private final VerifyMany verifyMany;
  private final AsOf asOf;
  private final VerdictViews views;

  VerifyRequestResource(VerifyMany verifyMany, AsOf asOf, VerdictViews views) {
    this.verifyMany = verifyMany;
    this.asOf = asOf;
    this.views = views;
  }

  @POST
  @Path("/requests")
  @PermitAll
  @LargeBody("mikromerit.verification.request.most-bytes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "verifyRequest",
      summary = "Whether to believe a document, and whether it is what you ask for",
      description =
          "Send a document, a token or an id, and with it a policy, a bundle of another registry, or the past moment that you ask about. The document is judged as if it had been posted alone; each rule of the policy is answered beside the verdict and changes nothing of it.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RequestView.One.class),
              examples = @ExampleObject(name = "policy", value = RequestView.ONE)))
  @APIResponse(
      responseCode = "200",
      description = "The verdict, also where it is no, and an answer to each rule",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RequestVerdictView.class)))
  @APIResponse(
      responseCode = "400",
      description =
          "A field is unknown, missing or cannot be used; field names it. Or there is nothing that a verdict could be about")
  @APIResponse(responseCode = "413", description = "The body is too large")
  public RequestVerdictView verify(byte[] body) {
    VerificationRequest request = RequestReader.one(body);
    VerifyMany.Told told = verifyMany.verify(request, moment(request));
    return switch (told.answers().getFirst()) {
      case VerifyMany.Judged(var given) ->
          new RequestVerdictView(
              told.bundles().stream().map(BundleView::of).toList(),
              views.of(given, request.policy()));
      case VerifyMany.Malformed(var reason) ->
          throw new ProblemException(
              Problems.malformedJson("There is nothing that a verdict could be about.")
                  .with("reason", reason.code()));
      case VerifyMany.NotAsked(String field) ->
          throw new ProblemException(
              Problems.invalidValue(field, "Give one of document, token and id."));
    };
  }

  @POST
  @Path("/batch")
  @PermitAll
  @LargeBody("mikromerit.verification.batch.most-bytes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "verifyBatch",
      summary = "The same about up to 100 documents at once",
      description =
          "Each is judged as if it had been posted alone, all of the same moment. An item that cannot be judged says why in its place; the others are judged all the same.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RequestView.Many.class),
              examples = @ExampleObject(name = "batch", value = RequestView.MANY)))
  @APIResponse(
      responseCode = "200",
      description = "An answer to each item, in their order",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BatchVerdictView.class)))
  @APIResponse(
      responseCode = "400",
      description = "A field of the whole is unknown, missing or cannot be used; field names it")
  @APIResponse(responseCode = "413", description = "The body is too large")
  public BatchVerdictView verifyBatch(byte[] body) {
    VerificationRequest request = RequestReader.many(body);
    VerifyMany.Told told = verifyMany.verify(request, moment(request));
    return new BatchVerdictView(
        told.bundles().stream().map(BundleView::of).toList(),
        told.answers().stream().map(answer -> item(answer, request)).toList(),
        told.moment().checkedAt(),
        told.moment().asOf());
  }

  private BatchVerdictView.ItemView item(Answer answer, VerificationRequest request) {
    return switch (answer) {
      case VerifyMany.Judged(var given) ->
          new BatchVerdictView.ItemView(views.of(given, request.policy()), null, null);
      case VerifyMany.Malformed(var reason) ->
          new BatchVerdictView.ItemView(null, reason.code(), null);
      case VerifyMany.NotAsked(String field) -> new BatchVerdictView.ItemView(null, null, field);
    };
  }

  private Moment moment(VerificationRequest request) {
    return asOf.moment(request.asOf());
  }
}
