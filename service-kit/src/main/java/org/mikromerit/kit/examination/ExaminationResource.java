package org.mikromerit.kit.examination;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;

/** The operator has the service look whether anything was rewritten, lost or left behind. */
@Path("/operator/examinations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operator")
@RunOnVirtualThread
class ExaminationResource {
  private final RequestExamination requestExamination;
  private final Examinations examinations;

  ExaminationResource(RequestExamination requestExamination, Examinations examinations) {
    this.requestExamination = requestExamination;
    this.examinations = examinations;
  }

  /**
   * An examination, to look at.
   *
   * @param state RUNNING; CLEAN or VIOLATED once all was examined; FAILED if it could not be
   * @param violations how many were found so far
   */
  public record View(
      UUID id,
      String state,
      Instant requestedAt,
      @Nullable Instant finishedAt,
      @Nullable String failure,
      long violations,
      List<Examination.Progress> checks) {

    static View of(Examination examination) {
      return new View(
          examination.id(),
          examination.state(),
          examination.requestedAt(),
          examination.finishedAt(),
          examination.failure(),
          examination.violations(),
          examination.checks());
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "requestExamination",
      summary = "Examines everything that the service keeps, in the background")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RequestExamination.Request.class),
              examples =
                  @ExampleObject(name = "nothing remembered", value = RequestExamination.EXAMPLE)))
  @APIResponse(
      responseCode = "202",
      description = "It is under way",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "400", description = "The known link is none")
  public Response request(RequestExamination.Request request) {
    Examination examination = requestExamination.request(request);
    return Response.accepted(View.of(examination))
        .header("Location", "/operator/examinations/" + examination.id())
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "readExamination", summary = "How far an examination is")
  @APIResponse(
      responseCode = "200",
      description = "The examination",
      content = @Content(schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "404", description = "There is no such examination")
  public View read(@PathParam("id") UUID id) {
    return View.of(find(id));
  }

  @GET
  @Path("/{id}/violations")
  @Operation(
      operationId = "listViolations",
      summary = "What does not hold, each with its place; the first thousand of each check")
  @APIResponse(responseCode = "200", description = "A page of them")
  @APIResponse(responseCode = "404", description = "There is no such examination")
  public Response violations(
      @PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
    find(id);
    var fetched = examinations.violations(id, page.afterPosition(0), page.limit() + 1);
    Page<Examinations.Listed> listed =
        Page.of(fetched, page, each -> Long.toString(each.position()));
    return new Page<>(
            listed.items().stream().map(Examinations.Listed::violation).toList(), listed.next())
        .response(uri);
  }

  private Examination find(UUID id) {
    return examinations
        .find(id)
        .orElseThrow(() -> new ProblemException(Problems.notFound("examination")));
  }
}
