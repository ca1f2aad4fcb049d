package org.mikromerit.issuer.right.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.definition.Definitions;
import org.mikromerit.issuer.definition.Wording;
import org.mikromerit.issuer.right.ChangeRight;
import org.mikromerit.issuer.right.GrantRight;
import org.mikromerit.issuer.right.IssuingRight;
import org.mikromerit.issuer.right.IssuingRights;
import org.mikromerit.issuer.right.WithdrawRight;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;

@Path("/organisations/{org}/definitions/{id}/rights")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Issuing rights", description = "Who else may issue what one defined")
class GrantedRightResource {
  private static final int MOST_VERSIONS = 100;
  private static final int LONGEST_REASON = 500;

  private final GrantRight grantRight;
  private final ChangeRight changeRight;
  private final WithdrawRight withdrawRight;
  private final IssuingRights rights;
  private final Definitions definitions;
  private final InstantSource clock;

  GrantedRightResource(
      GrantRight grantRight,
      ChangeRight changeRight,
      WithdrawRight withdrawRight,
      IssuingRights rights,
      Definitions definitions,
      InstantSource clock) {
    this.grantRight = grantRight;
    this.changeRight = changeRight;
    this.withdrawRight = withdrawRight;
    this.rights = rights;
    this.definitions = definitions;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "grantRight",
      summary = "A creator lets another organisation issue its definition")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = OfferRequest.class),
              examples = @ExampleObject(name = "first-version", value = OfferRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The right",
      content = @Content(schema = @Schema(implementation = RightView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "404", description = "The organisation has no such definition")
  @APIResponse(responseCode = "409", description = "issuing-right-exists, issuing-rights-too-many")
  public Response grant(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @Nullable OfferRequest request) {
    if (request == null || request.holder() == null) {
      throw new ProblemException(
          Problems.invalidValue("/holder", "Name the organisation that may issue."));
    }
    var offer =
        new GrantRight.Offer(
            request.holder(),
            versions(request.versions()),
            request.validFrom(),
            request.validUntil());
    return switch (grantRight.grant(organisation, id, offer)) {
      case GrantRight.Granted(IssuingRight right) ->
          Response.status(Response.Status.CREATED)
              .header("Location", address(right))
              .entity(view(right))
              .build();
      case GrantRight.Refused refused -> throw new ProblemException(RightProblems.of(refused));
    };
  }

  private static String address(IssuingRight right) {
    return "/organisations/%s/definitions/%s/rights/%s"
        .formatted(right.creator(), right.definition(), right.id());
  }

  @GET
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "listGrantedRights",
      summary = "The rights that a creator granted to a definition, oldest first")
  @APIResponse(responseCode = "200", description = "A page of rights")
  @APIResponse(responseCode = "404", description = "The organisation has no such definition")
  public Response list(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @BeanParam PageRequest page,
      @Context UriInfo uri) {
    if (definitions.find(organisation, id).isEmpty()) {
      throw new ProblemException(Problems.notFound("definition"));
    }
    var views =
        rights.granted(organisation, id, page.afterUuid(), page.limit() + 1).stream()
            .map(right -> RightView.of(right, clock.instant()))
            .toList();
    return Page.of(views, page, view -> view.id().toString()).response(uri);
  }

  @GET
  @Path("/{right}")
  @RolesAllowed(Roles.CREATOR)
  @Operation(operationId = "readGrantedRight", summary = "One right that a creator granted")
  @APIResponse(
      responseCode = "200",
      description = "The right",
      content = @Content(schema = @Schema(implementation = RightView.class)))
  @APIResponse(responseCode = "404", description = "The organisation granted no such right")
  public RightView read(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @PathParam("right") UUID right) {
    return rights
        .find(organisation, id, right)
        .map(this::view)
        .orElseThrow(() -> new ProblemException(RightProblems.noSuchRight()));
  }

  @PUT
  @Path("/{right}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "changeRight",
      summary = "A creator gives a right other terms, for what is issued from now on")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = TermsRequest.class),
              examples = @ExampleObject(name = "all-versions", value = TermsRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The right under its new terms",
      content = @Content(schema = @Schema(implementation = RightView.class)))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(responseCode = "404", description = "The organisation granted no such right")
  @APIResponse(
      responseCode = "409",
      description = "issuing-right-over, issuing-right-exists, issuing-rights-too-many")
  public RightView change(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @PathParam("right") UUID right,
      @Nullable TermsRequest request) {
    if (request == null) {
      throw new ProblemException(Problems.malformedJson("Send the terms as a JSON object."));
    }
    var wanted =
        new ChangeRight.Wanted(
            versions(request.versions()), request.validFrom(), request.validUntil());
    return switch (changeRight.change(organisation, id, right, wanted)) {
      case ChangeRight.Changed(IssuingRight changed) -> view(changed);
      case ChangeRight.NoSuchRight _ -> throw new ProblemException(RightProblems.noSuchRight());
      case ChangeRight.Over over -> throw new ProblemException(RightProblems.over(over.since()));
      case ChangeRight.ChangedTooOften _ -> throw new ProblemException(RightProblems.tooMany());
      case ChangeRight.Unsuitable(GrantRight.Refused refused) ->
          throw new ProblemException(RightProblems.of(refused));
    };
  }

  @POST
  @Path("/{right}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CREATOR)
  @Operation(
      operationId = "withdrawRight",
      summary = "A creator takes a right back, for good; what was issued by it stays valid")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = WithdrawalRequest.class),
              examples = @ExampleObject(name = "assessors", value = WithdrawalRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The right is withdrawn",
      content = @Content(schema = @Schema(implementation = RightView.class)))
  @APIResponse(responseCode = "400", description = "The reason is missing or cannot be used")
  @APIResponse(responseCode = "404", description = "The organisation granted no such right")
  @APIResponse(responseCode = "409", description = "issuing-right-over")
  public RightView withdraw(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @PathParam("right") UUID right,
      @Nullable WithdrawalRequest request) {
    return switch (withdrawRight.withdraw(organisation, id, right, reason(request))) {
      case WithdrawRight.Withdrawn(IssuingRight withdrawn) -> view(withdrawn);
      case WithdrawRight.NoSuchRight _ -> throw new ProblemException(RightProblems.noSuchRight());
      case WithdrawRight.AlreadyOver over ->
          throw new ProblemException(RightProblems.over(over.since()));
    };
  }

  private static List<Integer> versions(@Nullable List<@Nullable Integer> versions) {
    if (versions == null) {
      return List.of();
    }
    if (versions.size() > MOST_VERSIONS || versions.stream().anyMatch(Objects::isNull)) {
      throw new ProblemException(
          Problems.invalidValue(
              "/versions", "Name at most " + MOST_VERSIONS + " versions, or none for all."));
    }
    return versions.stream().map(Objects::requireNonNull).toList();
  }

  private static String reason(@Nullable WithdrawalRequest request) {
    String reason = request == null ? null : request.reason();
    if (reason == null
        || reason.isBlank()
        || reason.length() > LONGEST_REASON
        || !Wording.isPlain(reason)) {
      throw new ProblemException(
          Problems.invalidValue(
              "/reason",
              "Give the reason, which the holder and verifiers are told: plain text of at most "
                  + LONGEST_REASON
                  + " characters."));
    }
    return reason.strip();
  }

  private RightView view(IssuingRight right) {
    return RightView.of(rights.named(right.id()), clock.instant());
  }
}
