package org.mikromerit.verification.verdict.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.Moment;
import org.mikromerit.kit.http.LargeBody;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.verification.verdict.ExportedPortfolio;
import org.mikromerit.verification.verdict.VerifyExport;

/** Verdicts about exported portfolios, without an account. */
@Path("/verify/export")
@Tag(name = "verification")
@RunOnVirtualThread
class VerifyExportResource {
  private final VerifyExport verifyExport;
  private final AsOf asOf;
  private final VerdictViews views;

  VerifyExportResource(VerifyExport verifyExport, AsOf asOf, VerdictViews views) {
    this.verifyExport = verifyExport;
    this.asOf = asOf;
    this.views = views;
  }

  @POST
  @PermitAll
  @LargeBody("mikromerit.verification.export.most-bytes")
  @Consumes("application/zip")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "verifyExport",
      summary = "Whether to believe the documents of an exported portfolio",
      description =
          "Post the archive as it was exported, with at most 1,000 credentials. What our own copies do not know of an issuer is taken from the archive's bundles, if registries signed them that are trusted here; a verdict that rests on it says as of when.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      description = "A verdict for each document",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ExportVerdictView.class)))
  @APIResponse(
      responseCode = "400",
      description = "export-unreadable; reason says why. Or asOf is no moment that has passed")
  @APIResponse(
      responseCode = "413",
      description = "export-too-large: packed, unpacked or in files; reason says which")
  public ExportVerdictView verify(
      InputStream archive,
      @Parameter(description = AsOf.DESCRIPTION) @QueryParam("asOf") @Nullable String then)
      throws IOException {
    Moment moment = asOf.moment(then);
    return switch (ExportedPortfolio.read(archive)) {
      case ExportedPortfolio.Read(ExportedPortfolio portfolio) ->
          ExportVerdictView.of(verifyExport.verify(portfolio, moment), views);
      case ExportedPortfolio.Refused(ExportedPortfolio.Reason reason) ->
          throw new ProblemException(problem(reason));
    };
  }

  private static Problem problem(ExportedPortfolio.Reason reason) {
    Problem problem =
        switch (reason) {
          case TOO_LARGE, TOO_MANY_FILES ->
              Problem.of(
                  413,
                  "export-too-large",
                  "The archive is larger than is looked at",
                  "Send a part of the portfolio at a time.");
          case NOT_A_ZIP, NAME_UNSAFE, NAME_REPEATED ->
              Problem.of(
                  400,
                  "export-unreadable",
                  "The archive is not looked at",
                  "Send the archive as the portfolio exported it.");
        };
    return problem.with("reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
