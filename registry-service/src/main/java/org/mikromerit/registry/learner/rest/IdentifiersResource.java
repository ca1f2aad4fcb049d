package org.mikromerit.registry.learner.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.registry.learner.Learner;
import org.mikromerit.registry.learner.ReadIdentifiers;
import org.mikromerit.registry.learner.RecogniseLearner;
import org.mikromerit.registry.learner.SignedInAccount;
import org.mikromerit.registry.learner.UnlinkIdentifier;

@Path("/portfolio/identifiers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.LEARNER)
@RunOnVirtualThread
@Tag(name = "Portfolio", description = "What a learner holds, for that learner alone")
class IdentifiersResource {
  private final SignedInAccount signedIn;
  private final RecogniseLearner recogniseLearner;
  private final ReadIdentifiers readIdentifiers;
  private final UnlinkIdentifier unlinkIdentifier;

  IdentifiersResource(
      SignedInAccount signedIn,
      RecogniseLearner recogniseLearner,
      ReadIdentifiers readIdentifiers,
      UnlinkIdentifier unlinkIdentifier) {
    this.signedIn = signedIn;
    this.recogniseLearner = recogniseLearner;
    this.readIdentifiers = readIdentifiers;
    this.unlinkIdentifier = unlinkIdentifier;
  }

  @GET
  @Operation(
      operationId = "listOwnIdentifiers",
      summary = "By what the signed-in learner is known, as references")
  @APIResponse(responseCode = "200", description = "A page of identifiers")
  public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
    return identifiers(recogniseLearner.recognise(signedIn.account()), page, uri);
  }

  @POST
  @Operation(
      operationId = "linkOwnIdentifiers",
      summary = "Links all that the identity provider verified, also what was unlinked before")
  @APIResponse(responseCode = "200", description = "A page of identifiers")
  public Response link(@BeanParam PageRequest page, @Context UriInfo uri) {
    return identifiers(recogniseLearner.recogniseAgain(signedIn.account()), page, uri);
  }

  private Response identifiers(Learner learner, PageRequest page, UriInfo uri) {
    String after = page.after();
    var views =
        readIdentifiers.of(learner, after == null ? "" : after, page.limit() + 1).stream()
            .map(IdentifierView::of)
            .toList();
    return Page.of(views, page, IdentifierView::ref).response(uri);
  }

  @DELETE
  @Path("/{ref}")
  @Operation(
      operationId = "unlinkOwnIdentifier",
      summary = "Unlinks an identifier: what was issued to it is no longer in this portfolio")
  @APIResponse(responseCode = "204", description = "It is unlinked until it is asked for again")
  @APIResponse(responseCode = "404", description = "The learner has no such identifier")
  @APIResponse(responseCode = "409", description = "identifier-must-stay, too-many-changes")
  public Response unlink(@PathParam("ref") String ref) {
    Learner learner = recogniseLearner.recognise(signedIn.account());
    return Outcomes.response(unlinkIdentifier.unlink(learner, ref));
  }
}
