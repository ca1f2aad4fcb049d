package org.mikromerit.issuer.batch.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.batch.Column;

@Path("/batch-template.csv")
@RunOnVirtualThread
@Tag(name = "Batches")
class TemplateResource {
  static final String EXAMPLE =
      """
      given_name,family_name,identifier_type,identifier,awarded_at,grade,grade_scheme,external_reference,evidence_statement,definition,version
      Åsa,Öberg,email,asa.oberg@example.org,2026-05-20,Godkänd,U/G,VT26-114,Observed on ward 7,0190a000-0000-7000-8000-0000000000d1,1
      Émile,Ærø,institution-id,elev-1177,2026-05-20T12:00:00+02:00,,,VT26-115,"Observed on ward 7, twice",0190a000-0000-7000-8000-0000000000d1,1
      """;

  @GET
  @Produces(BatchResource.CSV)
  @PermitAll
  @Operation(
      operationId = "readBatchTemplate",
      summary = "The headings of a batch's file, in UTF-8 and separated by commas or semicolons",
      description =
          "given_name, family_name, identifier_type (email, national-number, institution-id, or"
              + " claim-code with no identifier but an external_reference), identifier and awarded_at (a date, or a date-time with its offset) are needed."
              + " grade and grade_scheme, external_reference (the institution's own, which names"
              + " nobody) and evidence_statement stand in every row that has them. definition and"
              + " version stand in the rows, or in the request for all rows that name none.")
  @APIResponse(
      responseCode = "200",
      description = "One row of headings, and one that names the definition where the request does",
      content = @Content(mediaType = BatchResource.CSV, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "400", description = "It names a definition by what is no id")
  public Response read(
      @QueryParam("definition")
          @Parameter(
              description = "The definition that the first row is to name.",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @Nullable String definition,
      @QueryParam("version")
          @Parameter(description = "Its version.", schema = @Schema(type = SchemaType.INTEGER))
          @Nullable String version) {
    Map<Column, String> first = new EnumMap<>(Column.class);
    putIfThere(first, Column.DEFINITION, Upload.definition(definition));
    putIfThere(first, Column.VERSION, Upload.version(version));
    String rows =
        row(Column::heading)
            + (first.isEmpty() ? "" : row(column -> first.getOrDefault(column, "")));
    // The mark has spreadsheets read the file, once saved, as the UTF-8 that it is.
    return Response.ok("\ufeff" + rows, BatchResource.CSV + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"batch-template.csv\"")
        .build();
  }

  private static void putIfThere(Map<Column, String> row, Column column, @Nullable String value) {
    if (value != null) {
      row.put(column, value);
    }
  }

  private static String row(Function<Column, String> cell) {
    return Arrays.stream(Column.values()).map(cell).collect(Collectors.joining(",", "", "\r\n"));
  }
}
