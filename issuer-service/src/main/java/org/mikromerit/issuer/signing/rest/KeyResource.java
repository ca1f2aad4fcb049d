package org.mikromerit.issuer.signing.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.signing.DeclareCompromise;
import org.mikromerit.issuer.signing.OrganisationKey;
import org.mikromerit.issuer.signing.OrganisationKeys;
import org.mikromerit.issuer.signing.ReplaceKey;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;

@Path("/organisations/{org}/keys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Keys", description = "What an organisation signs with")
class KeyResource {
  private final OrganisationKeys keys;
  private final ReplaceKey replaceKey;
  private final DeclareCompromise declareCompromise;

  KeyResource(OrganisationKeys keys, ReplaceKey replaceKey, DeclareCompromise declareCompromise) {
    this.keys = keys;
    this.replaceKey = replaceKey;
    this.declareCompromise = declareCompromise;
  }

  @GET
  @RolesAllowed({Roles.CREATOR, Roles.ISSUER})
  @Operation(
      operationId = "listKeys",
      summary = "The public halves of all keys that the organisation ever had, oldest first")
  @APIResponse(responseCode = "200", description = "A page of keys")
  public Response list(
      @PathParam("org") UUID organisation, @BeanParam PageRequest page, @Context UriInfo uri) {
    var fetched = keys.list(organisation, page.afterUuid(), page.limit() + 1);
    return Page.of(fetched, page, key -> key.id().toString()).response(uri);
  }

  @POST
  @Path("/{key}/replacement")
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "replaceKey",
      summary = "A new key of the same kind signs from now on",
      description = "What the old key signed still verifies, for ever.")
  @APIResponse(responseCode = "200", description = "The public half of the new key")
  @APIResponse(responseCode = "404", description = "The organisation has no such key")
  @APIResponse(responseCode = "409", description = "key-not-in-use")
  public OrganisationKey replace(@PathParam("org") UUID organisation, @PathParam("key") UUID key) {
    return switch (replaceKey.replace(organisation, key)) {
      case ReplaceKey.Replaced replaced -> replaced.by();
      case ReplaceKey.Refused refused -> throw new ProblemException(problem(refused));
    };
  }

  @POST
  @Path("/{key}/compromise")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "declareCompromise",
      summary = "Somebody else may have had the key",
      description =
          "From that moment on it proves nothing, except of credentials that stood in the ledger before. A new key signs from now on. It can be declared again for an earlier moment, never for a later one.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = CompromiseRequest.class),
              examples = @ExampleObject(name = "since", value = CompromiseRequest.EXAMPLE)))
  @APIResponse(responseCode = "200", description = "The public half of the key, as it counts now")
  @APIResponse(responseCode = "400", description = "No moment at which there was such a key")
  @APIResponse(responseCode = "404", description = "The organisation has no such key")
  @APIResponse(responseCode = "409", description = "already-compromised")
  public OrganisationKey declareCompromise(
      @PathParam("org") UUID organisation,
      @PathParam("key") UUID key,
      @Nullable CompromiseRequest request) {
    return switch (declareCompromise.declare(organisation, key, since(request))) {
      case DeclareCompromise.Declared declared -> declared.key();
      case DeclareCompromise.Refused refused -> throw new ProblemException(problem(refused));
    };
  }

  private static Instant since(@Nullable CompromiseRequest request) {
    Instant since = request == null ? null : request.since();
    if (since == null) {
      throw new ProblemException(
          Problems.invalidValue(
              "/since", "Give the earliest moment at which somebody else may have had the key."));
    }
    return since;
  }

  private static Problem problem(ReplaceKey.Refused refused) {
    return switch (refused) {
      case ReplaceKey.Refused.NoSuchKey _ -> Problems.notFound("key");
      case ReplaceKey.Refused.NotInUse _ ->
          Problem.of(
              409,
              "key-not-in-use",
              "The key is not in use",
              "It was replaced or compromised before. Look which key signs now.");
    };
  }

  private static Problem problem(DeclareCompromise.Refused refused) {
    return switch (refused) {
      case DeclareCompromise.Refused.NoSuchKey _ -> Problems.notFound("key");
      case DeclareCompromise.Refused.NotAMomentOfTheKey moment ->
          Problems.invalidValue(
              "/since", "Give a moment from " + moment.from() + ", when the key was made, to now.");
      case DeclareCompromise.Refused.AlreadySince already ->
          Problem.of(
                  409,
                  "already-compromised",
                  "The key proves nothing since earlier than that",
                  "A compromise can be found to have been earlier, never to have been later.")
              .with("since", already.since().toString());
    };
  }
}
