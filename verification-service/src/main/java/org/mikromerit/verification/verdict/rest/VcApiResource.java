package org.mikromerit.verification.verdict.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.Outcome;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.presentation.HolderProof;
import org.mikromerit.credential.presentation.Presentation;
import org.mikromerit.credential.presentation.PresentationJwt;
import org.mikromerit.kit.http.LargeBody;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.verification.foreign.Asking;
import org.mikromerit.verification.verdict.GiveVerdict;
import org.mikromerit.verification.verdict.GiveVerdict.Given;
import org.mikromerit.verification.verdict.VerifyPresentation;
import org.mikromerit.verification.verdict.Words;

/** The W3C's API for verifiers (VCALM), for anybody, without an account. */
@Path("/")
@Tag(name = "VC-API")
@RunOnVirtualThread
class VcApiResource {
  private static final String NOT_VERIFIED =
      "not-verified: it is not to be believed, or cannot be checked; errors says why";

  private final GiveVerdict giveVerdict;
  private final VerifyPresentation verifyPresentation;
  private final Words words;
  private final VerdictViews views;

  VcApiResource(
      GiveVerdict giveVerdict,
      VerifyPresentation verifyPresentation,
      Words words,
      VerdictViews views) {
    this.giveVerdict = giveVerdict;
    this.verifyPresentation = verifyPresentation;
    this.words = words;
    this.views = views;
  }

  /** A credential that is to be believed. */
  @Schema(name = "VerifiedByVcApi")
  record VerifiedView(
      boolean verified,
      @Schema(description = "The checks that were asked for; all where none was")
          List<String> checks,
      VerdictView verdict) {}

  /** A presentation that is to be believed. */
  @Schema(name = "VerifiedPresentation")
  record VerifiedPresentationView(
      boolean verified, HolderView holder, List<String> checks, List<VerdictView> credentials) {}

  /** Who showed it. */
  @Schema(name = "ShownBy")
  record HolderView(
      @Schema(description = "The holder's DID, where the holder signed the presentation")
          @org.jspecify.annotations.Nullable
          String id,
      @Schema(description = "Whether the holder showed it; else whoever had the credentials might")
          boolean proven,
      @Schema(description = "Whether it was signed for the challenge that was given")
          boolean fresh) {}

  @POST
  @Path("credentials/verify")
  @PermitAll
  @LargeBody("mikromerit.verification.request.most-bytes")
  @Consumes({MediaType.APPLICATION_JSON, "application/ld+json"})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "vcApiVerifyCredential",
      summary = "Whether to believe a credential: 200 if so, 422 if not",
      description =
          "The same verdict as at /verify. options.checks narrows it to some checks (proof, credentialStatus, or the names of findings' checks); the proof and its issuer's keys are always checked.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT),
            examples = @ExampleObject(name = "by-key", value = VcApiExamples.CREDENTIAL)),
        @Content(mediaType = "application/ld+json", schema = @Schema(type = SchemaType.OBJECT))
      })
  @APIResponse(
      responseCode = "200",
      description = "It is to be believed; the verdict may have warnings",
      content = @Content(schema = @Schema(implementation = VerifiedView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "413", description = "The body is too large")
  @APIResponse(responseCode = "422", description = NOT_VERIFIED)
  public VerifiedView verifyCredential(
      byte[] body,
      @Parameter(description = VerifyResource.ASK_ISSUER)
          @QueryParam("askIssuer")
          @DefaultValue("false")
          boolean askIssuer) {
    VcApiRequest request = VcApiRequest.read(body, "verifiableCredential", RequestReader.ONE);
    Given given = given(request, giveVerdict.asking(askIssuer)).narrowedTo(request.checks());
    List<Map<String, Object>> errors = errors(given);
    request
        .contradiction(JsonTree.child(request.json(), request.member()))
        .ifPresent(code -> errors.addFirst(Map.of("check", "proof", "code", code)));
    if (!errors.isEmpty() || !given.verdict().conclusion().isYes()) {
      throw new ProblemException(notVerified().with("errors", errors).with("verdict", view(given)));
    }
    return new VerifiedView(true, request.checkNames(), view(given));
  }

  private Given given(VcApiRequest request, Asking asking) {
    byte[] document =
        switch (request.json().get(request.member())) {
          case JsonObject credential -> StrictJson.write(credential);
          // A credential in a JWT is text as it is.
          case JsonString token -> token.getString().getBytes(StandardCharsets.UTF_8);
          case null, default -> throw request.missing();
        };
    try {
      return giveVerdict.about(document, List.of(), giveVerdict.now(), asking);
    } catch (MalformedJson e) {
      throw request.malformed(e);
    }
  }

  @POST
  @Path("presentations/verify")
  @PermitAll
  @Consumes({MediaType.APPLICATION_JSON, "application/ld+json"})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "vcApiVerifyPresentation",
      summary = "Whether to believe what a holder shows: 200 if so, 422 if not",
      description =
          "At most 50 credentials, all of which must be to be believed. As a document, or a vp+jwt as text or in its envelope. A presentation that nobody signed tells nothing of who shows it; with options.challenge or options.domain it must be signed for them. A challenge is not remembered: who made it sees to it that it is used once.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT),
            examples = @ExampleObject(name = "by-key", value = VcApiExamples.PRESENTATION)),
        @Content(mediaType = "application/ld+json", schema = @Schema(type = SchemaType.OBJECT))
      })
  @APIResponse(
      responseCode = "200",
      description = "It is to be believed; the verdicts may have warnings",
      content = @Content(schema = @Schema(implementation = VerifiedPresentationView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "413", description = "The body is too large")
  @APIResponse(responseCode = "422", description = NOT_VERIFIED)
  public VerifiedPresentationView verifyPresentation(
      byte[] body,
      @Parameter(description = VerifyResource.ASK_ISSUER)
          @QueryParam("askIssuer")
          @DefaultValue("false")
          boolean askIssuer) {
    VcApiRequest request = VcApiRequest.read(body, "verifiablePresentation", Bounds.CREDENTIAL);
    VerifyPresentation.Told told = told(request, askIssuer);
    List<VerdictView> credentials = told.credentials().stream().map(this::view).toList();
    List<Map<String, Object>> errors = errors(told);
    if (hasAnotherPurpose(request, told.holder())) {
      errors.addFirst(holderError("PURPOSE_DIFFERS"));
    }
    if (!errors.isEmpty() || !told.isVerified()) {
      throw new ProblemException(
          notVerified().with("errors", errors).with("credentials", credentials));
    }
    return new VerifiedPresentationView(
        true, holder(told.holder()), request.checkNames(), credentials);
  }

  // No other proofs than those of authentication are taken, and what nobody signed has none.
  private static boolean hasAnotherPurpose(VcApiRequest request, HolderProof.Answer holder) {
    return request.expectsAnotherPurposeThan("authentication")
        || (request.expectsAPurpose() && holder instanceof HolderProof.Unsigned);
  }

  private VerifyPresentation.Told told(VcApiRequest request, boolean askIssuer) {
    try {
      return switch (outcome(request, askIssuer)) {
        case VerifyPresentation.Told told -> told;
        case VerifyPresentation.NotRead(Presentation.TooMany(int most)) ->
            throw request.invalid(
                "verifiableCredential", "At most " + most + " credentials are looked at together.");
        case VerifyPresentation.NotRead(Presentation.TooComplex(int most)) ->
            throw request.invalid(
                "verifiableCredential",
                "At most " + most + " objects and types are looked at together.");
        case VerifyPresentation.NotRead(Presentation.Unreadable(String member)) ->
            throw request.invalid(member, "This member is missing, or has another form.");
      };
    } catch (MalformedJson e) {
      throw request.malformed(e);
    }
  }

  private VerifyPresentation.Outcome outcome(VcApiRequest request, boolean askIssuer)
      throws MalformedJson {
    JsonValue shown = request.json().get(request.member());
    return switch (shown) {
      case JsonString token -> outcome(request, token.getString(), askIssuer);
      case JsonObject document -> {
        Optional<String> token = PresentationJwt.enveloped(document);
        yield token.isPresent()
            ? outcome(request, token.get(), askIssuer)
            : verifyPresentation.verify(document, request.asked(), request.checks(), askIssuer);
      }
      case null, default -> throw request.missing();
    };
  }

  private VerifyPresentation.Outcome outcome(VcApiRequest request, String token, boolean askIssuer)
      throws MalformedJson {
    PresentationJwt presentation = PresentationJwt.parse(token).orElseThrow(request::missing);
    return verifyPresentation.verify(presentation, request.asked(), request.checks(), askIssuer);
  }

  private static HolderView holder(HolderProof.Answer answer) {
    return answer instanceof HolderProof.Proven(var holder, boolean fresh)
        ? new HolderView(holder.value(), true, fresh)
        : new HolderView(null, false, false);
  }

  private static List<Map<String, Object>> errors(VerifyPresentation.Told told) {
    List<Map<String, Object>> errors = new ArrayList<>();
    switch (told.holder()) {
      case HolderProof.Refused(HolderProof.Fault fault) -> errors.add(holderError(fault.name()));
      case HolderProof.Undecided(var fault) -> errors.add(holderError(fault.name()));
      case HolderProof.Unsigned _ when told.credentials().isEmpty() ->
          errors.add(holderError("EMPTY"));
      case HolderProof.Unsigned _, HolderProof.Proven _ -> {}
    }
    for (int i = 0; i < told.credentials().size(); i++) {
      if (!told.credentials().get(i).verdict().conclusion().isYes()) {
        errors.add(Map.of("check", "credential", "code", "not-verified", "credential", i));
      }
    }
    return errors;
  }

  private static Map<String, Object> holderError(String fault) {
    return Map.of(
        "check", "holder", "code", "holder-" + fault.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private List<Map<String, Object>> errors(Given given) {
    List<Map<String, Object>> errors = new ArrayList<>();
    for (Finding finding : given.verdict().findings()) {
      Outcome outcome = finding.outcome();
      if (outcome == Outcome.FAILED || outcome == Outcome.UNDECIDED) {
        errors.add(
            Map.of(
                "check",
                finding.check().code(),
                "code",
                finding.code().code(),
                "outcome",
                outcome.name(),
                "text",
                words.of(finding, given.moment())));
      }
    }
    return errors;
  }

  private VerdictView view(Given given) {
    return views.of(given);
  }

  private static Problem notVerified() {
    return Problem.of(
            422,
            "not-verified",
            "It is not verified",
            "See errors for what failed, and for what could not be checked.")
        .with("verified", false);
  }
}
