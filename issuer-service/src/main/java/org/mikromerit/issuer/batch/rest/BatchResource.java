package org.mikromerit.issuer.batch.rest;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.batch.Batch;
import org.mikromerit.issuer.batch.BatchConfig;
import org.mikromerit.issuer.batch.Batches;
import org.mikromerit.issuer.batch.RowState;
import org.mikromerit.issuer.batch.SteerBatch;
import org.mikromerit.issuer.batch.SteerBatch.Wish;
import org.mikromerit.kit.http.LargeBody;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;

@Path("/organisations/{org}/batches")
@RunOnVirtualThread
@Tag(name = "Batches", description = "Many credentials from one file")
class BatchResource {
  static final String CSV = "text/csv";

  /** Office Open XML (ECMA-376), as its makers registered it. */
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Upload upload;
  private final SteerBatch steerBatch;
  private final Batches batches;
  private final ResultFile resultFile;

  BatchResource(Upload upload, SteerBatch steerBatch, Batches batches, ResultFile resultFile) {
    this.upload = upload;
    this.steerBatch = steerBatch;
    this.batches = batches;
    this.resultFile = resultFile;
  }

  @POST
  @Consumes({CSV, XLSX})
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @LargeBody(BatchConfig.MAX_BODY)
  @Operation(
      operationId = "createBatch",
      summary = "An institution sends a file of rows, each a credential to issue or to rehearse",
      description =
          "The first row names the columns, see /batch-template.csv. Of a workbook the first visible"
              + " sheet is read, and a date as a date or as text; a workbook of more than 10 MB comes"
              + " as CSV. Rows are worked through in the background; rows whose learner has the"
              + " credential already are skipped, so a file can be mended and sent again, in either"
              + " form. What stands in a row is kept encrypted, and only until the row is decided.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "two learners", value = TemplateResource.EXAMPLE)),
        @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(
      responseCode = "202",
      description = "The batch was taken; see its Location for how it goes",
      content = @Content(schema = @Schema(implementation = BatchView.class)))
  @APIResponse(responseCode = "400", description = "A parameter or the idempotency key is missing")
  @APIResponse(responseCode = "409", description = "idempotency-key-reused, too-many-batches")
  @APIResponse(responseCode = "413", description = "too-large, batch-too-long")
  @APIResponse(responseCode = "415", description = "It is neither CSV nor a workbook (XLSX)")
  @APIResponse(
      responseCode = "422",
      description = "batch-unreadable, batch-columns, batch-empty: nothing was kept")
  @APIResponse(responseCode = "503", description = "workbooks-busy: see Retry-After")
  public Response create(
      @PathParam("org") UUID organisation,
      @QueryParam("dryRun")
          @Parameter(
              description = "true to be told what would be issued, and issue nothing.",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @Nullable String dryRun,
      @QueryParam("definition")
          @Parameter(
              description = "The definition of rows that name none.",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @Nullable String definition,
      @QueryParam("version")
          @Parameter(
              description = "The version for rows that name none.",
              schema = @Schema(type = SchemaType.INTEGER))
          @Nullable String version,
      @HeaderParam("Idempotency-Key")
          @Parameter(
              required = true,
              description =
                  "New for each new request, the same when one is repeated; kept for 30 days.")
          @Nullable String key,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      InputStream file)
      throws IOException {
    // Named without a value it would arrive as if it were not named, and issue.
    boolean named = dryRun == null && uri.getQueryParameters().containsKey("dryRun");
    String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    boolean workbook = type != null && type.toLowerCase(Locale.ROOT).startsWith(XLSX);
    return upload
        .take(organisation, named ? "" : dryRun, definition, version, key, workbook, file)
        .response();
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "listBatches",
      summary = "The organisation's batches, oldest first unless told")
  @APIResponse(responseCode = "200", description = "A page of batches")
  public Response list(
      @PathParam("org") UUID organisation,
      @QueryParam("newestFirst") @Parameter(description = "true for the other way round.")
          boolean newestFirst,
      @BeanParam PageRequest page,
      @Context UriInfo uri) {
    var fetched =
        batches.list(organisation, newestFirst, page.uuid(newestFirst), page.limit() + 1).stream()
            .map(BatchView::of)
            .toList();
    return Page.of(fetched, page, batch -> batch.id().toString()).response(uri);
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(operationId = "readBatch", summary = "How far a batch has come")
  @APIResponse(
      responseCode = "200",
      description = "The batch",
      content = @Content(schema = @Schema(implementation = BatchView.class)))
  @APIResponse(responseCode = "404", description = "The organisation has no such batch")
  public BatchView read(@PathParam("org") UUID organisation, @PathParam("id") UUID id) {
    return BatchView.of(find(organisation, id));
  }

  @GET
  @Path("/{id}/rows")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "listBatchRows",
      summary = "What became of each row; nothing of what stood in it")
  @APIResponse(responseCode = "200", description = "A page of rows, in the file's order")
  @APIResponse(responseCode = "404", description = "The organisation has no such batch")
  public Response rows(
      @PathParam("org") UUID organisation,
      @PathParam("id") UUID id,
      @QueryParam("state")
          @Parameter(
              description = "Only rows of this state.",
              schema = @Schema(implementation = RowState.class))
          @Nullable String state,
      @BeanParam PageRequest page,
      @Context UriInfo uri) {
    UUID batch = find(organisation, id).id();
    int after = Math.clamp(page.afterPosition(0), 0, Integer.MAX_VALUE);
    var fetched = batches.reports(batch, state(state), after, page.limit() + 1);
    var numbered = Page.of(fetched, page, report -> Integer.toString(report.number()));
    return new Page<>(numbered.items().stream().map(RowView::of).toList(), numbered.next())
        .response(uri);
  }

  private static @Nullable RowState state(@Nullable String asked) {
    if (asked == null) {
      return null;
    }
    return Arrays.stream(RowState.values())
        .filter(state -> state.name().equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problems.invalidValue(
                        "state", "state is one of " + Arrays.toString(RowState.values()) + ".")));
  }

  @GET
  @Path("/{id}/result")
  @Produces(CSV)
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "readBatchResult",
      summary = "What became of each row, as a file: row, state, credential, problem; nobody named")
  @APIResponse(
      responseCode = "200",
      description = "A line for each row, and for each further problem of it",
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", description = "The organisation has no such batch")
  public Response result(@PathParam("org") UUID organisation, @PathParam("id") UUID id) {
    UUID batch = find(organisation, id).id();
    StreamingOutput lines = out -> resultFile.write(batch, out);
    return Response.ok(lines, CSV + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"batch-" + batch + ".csv\"")
        .build();
  }

  @POST
  @Path("/{id}/pause")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "pauseBatch",
      summary = "Holds a batch after the rows under way; after 7 days it is cancelled")
  @APIResponse(
      responseCode = "200",
      description = "The batch is held",
      content = @Content(schema = @Schema(implementation = BatchView.class)))
  @APIResponse(responseCode = "404", description = "The organisation has no such batch")
  @APIResponse(responseCode = "409", description = "batch-ended")
  public BatchView pause(@PathParam("org") UUID organisation, @PathParam("id") UUID id) {
    return steer(organisation, id, Wish.PAUSE);
  }

  @POST
  @Path("/{id}/resume")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(operationId = "resumeBatch", summary = "Lets a held batch go on")
  @APIResponse(
      responseCode = "200",
      description = "The batch goes on",
      content = @Content(schema = @Schema(implementation = BatchView.class)))
  @APIResponse(responseCode = "404", description = "The organisation has no such batch")
  @APIResponse(responseCode = "409", description = "batch-ended")
  public BatchView resume(@PathParam("org") UUID organisation, @PathParam("id") UUID id) {
    return steer(organisation, id, Wish.RESUME);
  }

  @POST
  @Path("/{id}/cancel")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ISSUER)
  @Operation(
      operationId = "cancelBatch",
      summary = "Ends a batch after the rows under way; what was issued stands")
  @APIResponse(
      responseCode = "200",
      description = "The batch has ended",
      content = @Content(schema = @Schema(implementation = BatchView.class)))
  @APIResponse(responseCode = "404", description = "The organisation has no such batch")
  @APIResponse(responseCode = "409", description = "batch-ended")
  public BatchView cancel(@PathParam("org") UUID organisation, @PathParam("id") UUID id) {
    return steer(organisation, id, Wish.CANCEL);
  }

  private BatchView steer(UUID organisation, UUID id, Wish wish) {
    return switch (steerBatch.steer(organisation, id, wish)) {
      case SteerBatch.Outcome.Steered steered -> BatchView.of(steered.batch());
      case SteerBatch.Outcome.NoSuchBatch _ -> throw notFound();
      case SteerBatch.Outcome.Ended ended ->
          throw new ProblemException(
              Problem.of(
                      409,
                      "batch-ended",
                      "The batch has ended",
                      "Nothing more happens to it; send the file again to issue what is missing.")
                  .with("state", ended.state()));
    };
  }

  private Batch find(UUID organisation, UUID id) {
    return batches.find(organisation, id).orElseThrow(BatchResource::notFound);
  }

  private static ProblemException notFound() {
    return new ProblemException(Problems.notFound("batch"));
  }
}
