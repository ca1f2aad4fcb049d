package org.mikromerit.verification.verdict.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
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
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.check.ShownBy;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.verification.verdict.GiveVerdict;

/** Verdicts for anybody, without an account. */
@Path("/verify")
@Tag(name = "verification")
@RunOnVirtualThread
class VerifyResource {
  static final String ASK_ISSUER =
      "Whether to ask the issuer's own web address for its keys and its status list where nobody here knows it. It then learns that somebody asked.";
  private static final String EXAMPLE =
      """
      {"@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
       "id": "urn:uuid:0190a000-0000-7000-8000-00000000c0de",
       "type": ["VerifiableCredential", "OpenBadgeCredential"],
       "issuer": {"id": "did:web:localhost%3A8082:organisations:0190a000-0000-7000-8000-000000000001",
                  "type": ["Profile"], "name": "Vårdskolan i Åmål"},
       "validFrom": "2026-05-20T12:00:00Z",
       "name": "Hygiene in care",
       "credentialSubject": {"type": ["AchievementSubject"],
         "achievement": {"id": "urn:uuid:0190a000-0000-7000-8000-00000000ac1e", "type": ["Achievement"],
           "name": "Hygiene in care", "description": "Basic hygiene routines",
           "criteria": {"narrative": "Disinfects hands without a mistake"}}}}
      """;

  private final GiveVerdict giveVerdict;
  private final AsOf asOf;
  private final VerdictViews views;

  VerifyResource(GiveVerdict giveVerdict, AsOf asOf, VerdictViews views) {
    this.giveVerdict = giveVerdict;
    this.asOf = asOf;
    this.views = views;
  }

  @POST
  @PermitAll
  @Consumes({
    "application/vc",
    "application/ld+json",
    MediaType.APPLICATION_JSON,
    "application/vc+jwt",
    "application/jwt",
    "application/vc+sd-jwt",
    "application/sd-jwt"
  })
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "verifyCredential",
      summary = "Whether to believe a document, check by check",
      description =
          "Post the document as you have it, JSON, a JWT or an SD-JWT, at most 256 kB. Nothing is kept, and no stranger is asked unless you say so: what cannot be checked here is undecided.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "application/vc",
            schema = @Schema(type = SchemaType.OBJECT),
            examples = @ExampleObject(name = "unsigned", value = EXAMPLE)),
        @Content(mediaType = "application/ld+json", schema = @Schema(type = SchemaType.OBJECT)),
        @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)),
        @Content(mediaType = "application/vc+jwt", schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "application/jwt", schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = "application/vc+sd-jwt",
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "shown in part", value = SdJwtExample.SHOWN_IN_PART)),
        @Content(mediaType = "application/sd-jwt", schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(
      responseCode = "200",
      description = "The verdict, also where it is no",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VerdictView.class)))
  @APIResponse(
      responseCode = "400",
      description =
          "The body is neither JSON nor a JWT or SD-JWT that a verdict could be about, asOf is no moment that has passed, or of audience and nonce one is missing")
  @APIResponse(responseCode = "413", description = "The body is too large")
  public VerdictView verify(
      byte[] document,
      @Parameter(description = AsOf.DESCRIPTION) @QueryParam("asOf") @Nullable String then,
      @Parameter(description = ASK_ISSUER) @QueryParam("askIssuer") @DefaultValue("false")
          boolean askIssuer,
      @Parameter(description = Challenge.AUDIENCE) @QueryParam("audience")
          @Nullable String audience,
      @Parameter(description = Challenge.NONCE) @QueryParam("nonce") @Nullable String nonce) {
    Moment moment = asOf.moment(then);
    ShownBy by = ShownBy.of(Challenge.of(audience, nonce));
    try {
      return views.of(
          giveVerdict.about(document, List.of(), by, moment, giveVerdict.asking(askIssuer)));
    } catch (MalformedJson e) {
      throw new ProblemException(problem(e));
    }
  }

  @POST
  @Path("/id")
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "verifyById",
      summary = "Whether a credential was taken back, by its id alone",
      description =
          "A credential that was taken back is INVALID, with the reason. Any other is UNDECIDED: whether to believe a document can be told of the document alone.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = IdRequest.class),
              examples = @ExampleObject(name = "id", value = IdRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The verdict, which is never a yes",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VerdictView.class)))
  @APIResponse(
      responseCode = "400",
      description = "That is no credential's id, or asOf is no moment that has passed")
  public VerdictView verifyById(
      @Nullable IdRequest request,
      @Parameter(description = AsOf.DESCRIPTION) @QueryParam("asOf") @Nullable String then) {
    Moment moment = asOf.moment(then);
    var id =
        Optional.ofNullable(request)
            .map(IdRequest::id)
            .flatMap(CredentialId::fromUrn)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problems.invalidValue(
                            "/id", "Give the credential's id as it stands in it: urn:uuid:….")));
    return views.of(giveVerdict.about(id, moment));
  }

  private static Problem problem(MalformedJson refusal) {
    return refusal.code() == MalformedJson.Code.TOO_LARGE
        ? Problems.tooLarge(Bounds.CREDENTIAL.bytes())
        : Problems.malformedJson("Send the credential as one JSON object, as it was issued.")
            .with("reason", refusal.code().code());
  }
}
