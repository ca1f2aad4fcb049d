package org.mikromerit.issuer.issuance.rest;

import static java.util.Objects.requireNonNull;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
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
import org.mikromerit.issuer.issuance.Body;
import org.mikromerit.issuer.issuance.Credentials;
import org.mikromerit.issuer.issuance.IssueCredential;
import org.mikromerit.issuer.issuance.IssueCredential.Issued;
import org.mikromerit.issuer.issuance.IssueCredential.Order;
import org.mikromerit.issuer.issuance.IssueCredential.Refused;
import org.mikromerit.issuer.issuance.IssuedCredential;
import org.mikromerit.issuer.issuance.ReadCredential;
import org.mikromerit.issuer.issuance.Refusals;
import org.mikromerit.issuer.issuance.SupersedeCredential;
import org.mikromerit.issuer.issuance.SupersedeCredential.Refused.AlreadyRevoked;
import org.mikromerit.issuer.issuance.SupersedeCredential.Refused.NoSuchCredential;
import org.mikromerit.issuer.issuance.SupersedeCredential.Refused.NotIssued;
import org.mikromerit.issuer.issuance.SupersedeCredential.Superseded;
import org.mikromerit.issuer.status.CredentialStatuses;
import org.mikromerit.issuer.status.StatusPlace;
import org.mikromerit.issuer.status.StatusPlaces;
import org.mikromerit.kit.idempotency.Answer;
import org.mikromerit.kit.idempotency.Idempotency;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Caller;
import org.mikromerit.kit.tenant.Roles;

@Path("/organisations/{org}/credentials")
@RunOnVirtualThread
@Tag(name = "Credentials", description = "What was issued")
class CredentialResource {
  /** VC Data Model 2.0, appendix C.1. */
  private static final String CREDENTIAL = "application/vc";

  private final IssueCredential issueCredential;
  private final SupersedeCredential supersedeCredential;
  private final ReadCredential readCredential;
  private final OrderReader orders;
  private final StatusPlaces places;
  private final Idempotency idempotency;
  private final Credentials credentials;
  private final CredentialStatuses statuses;
  private final Caller caller;

  CredentialResource(
      IssueCredential issueCredential,
      SupersedeCredential supersedeCredential,
      ReadCredential readCredential,
      OrderReader orders,
      StatusPlaces places,
      Idempotency idempotency,
      Credentials credentials,
      CredentialStatuses statuses,
      Caller caller) {
    this.issueCredential = issueCredential;
    this.supersedeCredential = supersedeCredential;
    this.readCredential = readCredential;
    this.orders = orders;
    this.places = places;
    this.idempotency = idempotency;
    this.credentials = credentials;
    this.statuses = statuses;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({CREDENTIAL, MediaType.APPLICATION_JSON})
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "issueCredential",
      summary = "An institution awards a version of a definition to one learner",
      description =
          "The definition is the institution's own, or another's that granted it the right. A correction names the credential that it supersedes, which is revoked in the same moment.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = IssueRequest.class),
              examples = @ExampleObject(name = "hygiene", value = IssueRequest.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The signed credential; the same bytes for every repetition of the request",
      content = @Content(mediaType = CREDENTIAL))
  @APIResponse(responseCode = "400", description = "A field cannot be used; the problem names it")
  @APIResponse(
      responseCode = "403",
      description =
          "organisation-not-authorised, authorisation-withdrawn, issuing-right-missing, issuing-right-ended")
  @APIResponse(
      responseCode = "404",
      description = "Nobody has published such a version, or no such credential is to supersede")
  @APIResponse(responseCode = "409", description = "idempotency-key-reused, already-revoked")
  @APIResponse(
      responseCode = "410",
      description = "erased; the request was made before, and its learner erased since")
  @APIResponse(
      responseCode = "422",
      description = "credential-incomplete; errors names what a credential must say")
  public Response issue(
      @PathParam("org") UUID organisation,
      @HeaderParam("Idempotency-Key")
          @Parameter(
              required = true,
              description =
                  "New for each new request, the same when one is repeated; kept for 30 days.")
          @Nullable String key,
      @Nullable IssueRequest request) {
    Order order = orders.read(organisation, request);
    // Before the transaction, since taking a place may need one.
    var place = new Place(organisation);
    try {
      return idempotency
          .once(
              organisation,
              "issue-credential",
              key,
              requireNonNull(request),
              () -> issue(organisation, request.supersedes(), order, place),
              location -> issuedAt(organisation, location))
          .response();
    } finally {
      place.giveBackIfUnused();
    }
  }

  private Answer issue(UUID organisation, @Nullable UUID supersedes, Order order, Place place) {
    return supersedes == null
        ? switch (issueCredential.issue(organisation, caller.subject(), order, place.taken)) {
          case Issued(IssuedCredential credential) -> issued(organisation, credential, place);
          case Refused refused -> throw new ProblemException(Refusals.problem(refused));
        }
        : switch (supersedeCredential.supersede(
            organisation, supersedes, caller.subject(), order, place.taken)) {
          case Superseded(IssuedCredential by) -> issued(organisation, by, place);
          case SupersedeCredential.Refused refused -> throw new ProblemException(problem(refused));
        };
  }

  private static Answer issued(UUID organisation, IssuedCredential credential, Place place) {
    place.used = true;
    return new Answer(
        201,
        CREDENTIAL,
        "/organisations/" + organisation + "/credentials/" + credential.id(),
        credential.body());
  }

  private static Problem problem(SupersedeCredential.Refused refused) {
    return switch (refused) {
      case NoSuchCredential _ -> Problems.notFound("credential to supersede");
      case AlreadyRevoked(Instant since) ->
          Problem.of(
                  409,
                  "already-revoked",
                  "The credential is revoked already",
                  "What is revoked cannot be superseded: issue the new one without naming it.")
              .with("since", since.toString());
      case NotIssued(IssueCredential.Refused because) -> Refusals.problem(because);
    };
  }

  /** The bytes of the first answer, which lie under the learner's key and nowhere else. */
  private byte[] issuedAt(UUID organisation, String location) {
    return body(organisation, UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
  }

  /** A place in a status list for one request, which refusals and repetitions leave unused. */
  private final class Place {
    private final UUID organisation;
    private final Optional<StatusPlace> taken;
    private boolean used;

    Place(UUID organisation) {
      this.organisation = organisation;
      this.taken = places.take(organisation);
    }

    void giveBackIfUnused() {
      if (!used) {
        taken.ifPresent(place -> places.giveBack(organisation, place));
      }
    }
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "listCredentials",
      summary = "What the organisation issued, oldest first unless told; nobody is named")
  @APIResponse(responseCode = "200", description = "A page of credentials")
  public Response list(
      @PathParam("org") UUID organisation,
      @QueryParam("newestFirst") @Parameter(description = "true for the other way round.")
          boolean newestFirst,
      @BeanParam PageRequest page,
      @Context UriInfo uri) {
    var fetched =
        credentials.list(organisation, newestFirst, page.uuid(newestFirst), page.limit() + 1);
    return Page.of(fetched, page, credential -> credential.id().toString()).response(uri);
  }

  @GET
  @Path("/{id}")
  @Produces({CREDENTIAL, "application/ld+json", MediaType.APPLICATION_JSON})
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "readCredential",
      summary = "A credential, in the exact bytes that were signed")
  @APIResponse(
      responseCode = "200",
      description = "The credential",
      content = @Content(mediaType = CREDENTIAL))
  @APIResponse(responseCode = "404", description = "The organisation issued no such credential")
  @APIResponse(responseCode = "410", description = "erased")
  public Response read(@PathParam("org") UUID organisation, @PathParam("id") UUID id) {
    return Response.ok(body(organisation, id), CREDENTIAL).build();
  }

  @GET
  @Path("/{id}/details")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "readCredentialDetails",
      summary = "How a credential stands and why, now and before; its document stays closed",
      description = "Nobody is named, so no disclosure is noted, and it is there after an erasure.")
  @APIResponse(
      responseCode = "200",
      description = "The credential without its document",
      content = @Content(schema = @Schema(implementation = CredentialDetails.class)))
  @APIResponse(responseCode = "404", description = "The organisation issued no such credential")
  public CredentialDetails details(@PathParam("org") UUID organisation, @PathParam("id") UUID id) {
    return credentials
        .find(organisation, id)
        .map(credential -> CredentialDetails.of(credential, statuses.changes(id)))
        .orElseThrow(() -> new ProblemException(Problems.notFound("credential")));
  }

  private byte[] body(UUID organisation, UUID id) {
    Body body =
        readCredential
            .read(organisation, id)
            .orElseThrow(() -> new ProblemException(Problems.notFound("credential")));
    return switch (body) {
      case Body.Held held -> held.bytes();
      case Body.Erased _ -> throw new ProblemException(Refusals.erased());
    };
  }
}
