package org.mikromerit.registry.portfolio.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.kit.http.LargeBody;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.registry.learner.Account;
import org.mikromerit.registry.learner.RecogniseLearner;
import org.mikromerit.registry.learner.SignedInAccount;
import org.mikromerit.registry.portfolio.ImportPortfolio;
import org.mikromerit.registry.portfolio.ImportPortfolio.Imported;
import org.mikromerit.registry.portfolio.ImportPortfolio.NoPortfolio;
import org.mikromerit.registry.portfolio.ImportReport;

@Path("/portfolio/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.LEARNER)
@RunOnVirtualThread
@Tag(name = "Portfolio", description = "What a learner holds, for that learner alone")
class ImportResource {
  private final SignedInAccount signedIn;
  private final RecogniseLearner recogniseLearner;
  private final ImportPortfolio importPortfolio;

  ImportResource(
      SignedInAccount signedIn,
      RecogniseLearner recogniseLearner,
      ImportPortfolio importPortfolio) {
    this.signedIn = signedIn;
    this.recogniseLearner = recogniseLearner;
    this.importPortfolio = importPortfolio;
  }

  @POST
  @Consumes(ExportResource.ZIP)
  @LargeBody("mikromerit.portfolio-import.max-body")
  @Operation(
      operationId = "importPortfolio",
      summary = "Takes over a portfolio that was exported here or at another registry")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = ExportResource.ZIP,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      description = "What came of each file",
      content = @Content(schema = @Schema(implementation = ImportReport.class)))
  @APIResponse(responseCode = "413", description = "too-large")
  @APIResponse(responseCode = "422", description = "no-portfolio")
  public Response take(InputStream archive) throws IOException {
    Account account = signedIn.account();
    return switch (importPortfolio.take(
        recogniseLearner.recognise(account), account.ref(), archive)) {
      case Imported(ImportReport report) -> Response.ok(report).build();
      case NoPortfolio(String reason) ->
          Problem.of(
                  422,
                  "no-portfolio",
                  "This is no exported portfolio",
                  reason + " Send the archive as it was exported.")
              .response();
    };
  }
}
