package org.mikromerit.registry.sharing.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.idempotency.Answer;
import org.mikromerit.kit.idempotency.Answers;
import org.mikromerit.kit.idempotency.Idempotency;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.registry.learner.Account;
import org.mikromerit.registry.learner.Learner;
import org.mikromerit.registry.learner.RecogniseLearner;
import org.mikromerit.registry.learner.SignedInAccount;
import org.mikromerit.registry.sharing.ReadShares;
import org.mikromerit.registry.sharing.ReadShares.Details;
import org.mikromerit.registry.sharing.ShareCredentials;
import org.mikromerit.registry.sharing.ShareCredentials.Chosen;
import org.mikromerit.registry.sharing.ShareCredentials.Order;
import org.mikromerit.registry.sharing.WithdrawShare;

@Path("/shares")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.LEARNER)
@RunOnVirtualThread
@Tag(name = "Sharing", description = "What a learner shows to others, and until when")
class ShareResource {
  private final SignedInAccount signedIn;
  private final RecogniseLearner recogniseLearner;
  private final ShareCredentials shareCredentials;
  private final ReadShares readShares;
  private final WithdrawShare withdrawShare;
  private final Idempotency idempotency;
  private final Answers answers;
  private final InstantSource clock;

  ShareResource(
      SignedInAccount signedIn,
      RecogniseLearner recogniseLearner,
      ShareCredentials shareCredentials,
      ReadShares readShares,
      WithdrawShare withdrawShare,
      Idempotency idempotency,
      Answers answers,
      InstantSource clock) {
    this.signedIn = signedIn;
    this.recogniseLearner = recogniseLearner;
    this.shareCredentials = shareCredentials;
    this.readShares = readShares;
    this.withdrawShare = withdrawShare;
    this.idempotency = idempotency;
    this.answers = answers;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "shareCredentials",
      summary = "Makes a link to chosen credentials, and chosen parts of them",
      description =
          "Idempotency-Key is optional. Under one that served already, the share is answered as it was when it was made.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ShareRequest.class),
              examples = @ExampleObject(name = "share", value = ShareRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The share, with the secret part of its link",
      content = @Content(schema = @Schema(implementation = ShareView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "404", description = "The learner holds no such credential")
  @APIResponse(
      responseCode = "409",
      description = "whole-only, too-many-shares, idempotency-key-reused")
  @APIResponse(responseCode = "410", description = "erased; it was made before, and erased since")
  @APIResponse(responseCode = "422", description = "no-such-choice")
  public Response share(
      @HeaderParam("Idempotency-Key")
          @Parameter(
              description =
                  "New for each new share, the same when a request is repeated; kept for 30 days.")
          @Nullable String key,
      @Nullable ShareRequest request) {
    Account account = signedIn.account();
    Learner learner = recogniseLearner.recognise(account);
    Order order = present(request).order(clock.instant());
    Answer answer =
        key == null
            ? made(learner, account, order)
            : idempotency.once(
                learner.id(),
                "share-credentials",
                key,
                Asked.of(order),
                () -> made(learner, account, order),
                location -> madeAt(learner, order, location));
    return Response.fromResponse(answer.response()).header("Cache-Control", "no-store").build();
  }

  /**
   * What of an order tells one from another. Not its words: kept as a digest, they could be guessed
   * after they were erased.
   */
  private record Asked(List<Chosen> credentials, Instant expiresAt, @Nullable Integer mostViews) {
    static Asked of(Order order) {
      return new Asked(order.credentials(), order.expiresAt(), order.mostViews());
    }
  }

  private Answer made(Learner learner, Account account, Order order) {
    return switch (shareCredentials.share(learner, account.ref(), order)) {
      case ShareCredentials.Made(Details details) -> answer(details);
      case ShareCredentials.Refused refused ->
          throw new ProblemException(Outcomes.problem(refused));
    };
  }

  /** The first answer, whose words lie under the learner's key and nowhere else. */
  private byte[] madeAt(Learner learner, Order order, String location) {
    UUID share = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    Details details =
        readShares.find(learner, share).orElseThrow(() -> new ProblemException(erased()));
    if (!order.says(details.words())) {
      throw Idempotency.reused();
    }
    return answer(details.whenMade()).body();
  }

  private Answer answer(Details details) {
    return answers.json(201, "/shares/" + details.share().id(), ShareView.of(details));
  }

  private static Problem erased() {
    return Problem.of(
        410, "erased", "This was erased", "What was shared was erased; nobody can bring it back.");
  }

  @POST
  @Path("/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "previewShare",
      summary = "What somebody with the link would see; makes none")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ShareRequest.class),
              examples = @ExampleObject(name = "share", value = ShareRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The documents as they would be shown",
      content = @Content(schema = @Schema(implementation = SharedView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "404", description = "The learner holds no such credential")
  @APIResponse(responseCode = "409", description = "whole-only")
  @APIResponse(responseCode = "422", description = "no-such-choice")
  public Response preview(@Nullable ShareRequest request) {
    return Outcomes.response(
        shareCredentials.preview(learner(), present(request).order(clock.instant())));
  }

  @GET
  @Operation(operationId = "listShares", summary = "What the learner shows, and showed")
  @APIResponse(responseCode = "200", description = "A page of shares, the newest first")
  public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
    return Page.of(
            readShares.page(learner(), page.afterPosition(Long.MAX_VALUE), page.limit() + 1),
            page,
            details -> Long.toString(details.entered()))
        .map(ShareView::of)
        .response(uri);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "readShare", summary = "One of the learner's shares")
  @APIResponse(
      responseCode = "200",
      description = "The share",
      content = @Content(schema = @Schema(implementation = ShareView.class)))
  @APIResponse(responseCode = "404", description = "The learner made no such share")
  public Response read(@PathParam("id") UUID id) {
    return answer(readShares.find(learner(), id));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Operation(
      operationId = "withdrawShare",
      summary = "Takes the link back: from now on it answers 410")
  @APIResponse(
      responseCode = "200",
      description = "The share, withdrawn",
      content = @Content(schema = @Schema(implementation = ShareView.class)))
  @APIResponse(responseCode = "404", description = "The learner made no such share")
  public Response withdraw(@PathParam("id") UUID id) {
    return answer(withdrawShare.withdraw(learner(), id));
  }

  @GET
  @Path("/disclosures")
  @Operation(
      operationId = "listDisclosures",
      summary = "When somebody saw what of the learner's, by which share")
  @APIResponse(responseCode = "200", description = "A page of disclosures, the last first")
  public Response disclosures(@BeanParam PageRequest page, @Context UriInfo uri) {
    return Page.of(
            readShares.disclosures(learner(), page.afterPosition(Long.MAX_VALUE), page.limit() + 1),
            page,
            disclosed -> Long.toString(disclosed.entered()))
        .map(DisclosureView::of)
        .response(uri);
  }

  private static Response answer(Optional<Details> share) {
    return share
        .map(
            details ->
                Response.ok(ShareView.of(details)).header("Cache-Control", "no-store").build())
        .orElseGet(() -> Problems.notFound("share").response());
  }

  private Learner learner() {
    return recogniseLearner.recognise(signedIn.account());
  }

  private static ShareRequest present(@Nullable ShareRequest request) {
    if (request == null) {
      throw new ProblemException(Problems.malformedJson("Send a JSON object."));
    }
    return request;
  }
}
