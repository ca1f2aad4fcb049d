package org.mikromerit.registry.portfolio.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.registry.learner.Learner;
import org.mikromerit.registry.learner.RecogniseLearner;
import org.mikromerit.registry.learner.SignedInAccount;
import org.mikromerit.registry.portfolio.ReadPortfolio;
import org.mikromerit.registry.portfolio.ReadPortfolio.Document;
import org.mikromerit.registry.portfolio.ReadPortfolio.Erased;
import org.mikromerit.registry.portfolio.ReadPortfolio.NoneOfTheirs;
import org.mikromerit.registry.portfolio.ShowCredential;

@Path("/portfolio")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.LEARNER)
@RunOnVirtualThread
@Tag(name = "Portfolio", description = "What a learner holds, for that learner alone")
class PortfolioResource {
  private static final String CREDENTIAL = "application/vc";

  private final SignedInAccount signedIn;
  private final RecogniseLearner recogniseLearner;
  private final ReadPortfolio readPortfolio;
  private final ShowCredential showCredential;

  PortfolioResource(
      SignedInAccount signedIn,
      RecogniseLearner recogniseLearner,
      ReadPortfolio readPortfolio,
      ShowCredential showCredential) {
    this.signedIn = signedIn;
    this.recogniseLearner = recogniseLearner;
    this.readPortfolio = readPortfolio;
    this.showCredential = showCredential;
  }

  @GET
  @Operation(
      operationId = "listOwnCredentials",
      summary = "Every credential that was issued to any of the learner's identifiers")
  @APIResponse(responseCode = "200", description = "A page of credentials, the last awarded first")
  public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
    var views =
        readPortfolio.page(learner(), Cursor.place(page), page.limit() + 1).stream()
            .map(HeldView::of)
            .toList();
    return Page.of(views, page, Cursor::of).response(uri);
  }

  @GET
  @Path("/{id}")
  // Programs ask for various types; a signed document has one.
  @Produces(MediaType.WILDCARD)
  @Operation(
      operationId = "downloadOwnCredential",
      summary = "The signed document itself, byte for byte")
  @APIResponse(
      responseCode = "200",
      description = "The document",
      content = @Content(mediaType = CREDENTIAL))
  @APIResponse(responseCode = "404", description = "The learner holds no such credential")
  @APIResponse(responseCode = "410", description = "erased")
  public Response download(@PathParam("id") UUID id) {
    return answer(
        id,
        document ->
            Response.ok(document.bytes(), CREDENTIAL)
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + id + ".json\"")
                .build());
  }

  @GET
  @Path("/{id}/details")
  @Operation(operationId = "readOwnCredential", summary = "What a document says, and how it stands")
  @APIResponse(
      responseCode = "200",
      description = "The credential",
      content = @Content(schema = @Schema(implementation = DetailsView.class)))
  @APIResponse(responseCode = "404", description = "The learner holds no such credential")
  @APIResponse(responseCode = "410", description = "erased")
  public Response details(@PathParam("id") UUID id) {
    return answer(id, document -> Response.ok(DetailsView.of(document)).build());
  }

  @GET
  @Path("/{id}/choices")
  @Operation(
      operationId = "readChoices",
      summary = "What of a credential its learner can show or keep back when they share it")
  @APIResponse(
      responseCode = "200",
      description = "The choices, none where it is shown whole or not at all",
      content = @Content(schema = @Schema(implementation = ChoicesView.class)))
  @APIResponse(responseCode = "404", description = "The learner holds no such credential")
  public Response choices(@PathParam("id") UUID id) {
    return showCredential
        .choices(learner(), id)
        .map(choices -> Response.ok(ChoicesView.of(choices)).build())
        .orElseGet(() -> Problems.notFound("credential").response());
  }

  private Response answer(UUID id, Function<Document, Response> found) {
    return switch (readPortfolio.document(learner(), id)) {
      case Document document -> found.apply(document);
      case NoneOfTheirs _ -> Problems.notFound("credential").response();
      case Erased _ ->
          Problem.of(
                  410,
                  "erased",
                  "This was erased",
                  "The document was erased together with its key; nobody can bring it back.")
              .response();
    };
  }

  private Learner learner() {
    return recogniseLearner.recognise(signedIn.account());
  }
}
