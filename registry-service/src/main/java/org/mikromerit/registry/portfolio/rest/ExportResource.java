package org.mikromerit.registry.portfolio.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.registry.learner.RecogniseLearner;
import org.mikromerit.registry.learner.SignedInAccount;
import org.mikromerit.registry.portfolio.ExportPortfolio;
import org.mikromerit.registry.portfolio.ExportPortfolio.Export;

@Path("/portfolio/export")
@RolesAllowed(Roles.LEARNER)
@RunOnVirtualThread
@Tag(name = "Portfolio", description = "What a learner holds, for that learner alone")
class ExportResource {
  static final String ZIP = "application/zip";

  private final SignedInAccount signedIn;
  private final RecogniseLearner recogniseLearner;
  private final ExportPortfolio exportPortfolio;

  ExportResource(
      SignedInAccount signedIn,
      RecogniseLearner recogniseLearner,
      ExportPortfolio exportPortfolio) {
    this.signedIn = signedIn;
    this.recogniseLearner = recogniseLearner;
    this.exportPortfolio = exportPortfolio;
  }

  @GET
  @Produces(ZIP)
  @Operation(
      operationId = "exportPortfolio",
      summary = "Everything at once: the original documents, and what is needed to verify them")
  @APIResponse(
      responseCode = "200",
      description = "An archive with README.txt, which says what is in it",
      content = @Content(mediaType = ZIP))
  public Response export() {
    Export export = exportPortfolio.gather(recogniseLearner.recognise(signedIn.account()));
    StreamingOutput archive = out -> exportPortfolio.write(export, out);
    return Response.ok(archive, ZIP)
        .header("Cache-Control", "no-store")
        .header(
            "Content-Disposition",
            "attachment; filename=\"portfolio-%s.zip\""
                .formatted(export.at().atZone(ZoneOffset.UTC).toLocalDate()))
        .build();
  }
}
