package org.mikromerit.stacking.progress.rest;

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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.stacking.learner.Learners;
import org.mikromerit.stacking.pathway.Pathways;
import org.mikromerit.stacking.progress.LearnerProgress;
import org.mikromerit.stacking.progress.ShowProgress;

@Path("/organisations/{org}/pathways/{id}/progress")
@Tag(name = "Progress", description = "How far learners, known by pseudonyms, are on a pathway.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CREATOR, Roles.ISSUER})
@RunOnVirtualThread
class ProgressResource {
  // What events allow; anything else names nobody, and need not reach the database.
  private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~-]{19,127}");

  private final Pathways pathways;
  private final ShowProgress showProgress;
  private final Learners learners;

  ProgressResource(Pathways pathways, ShowProgress showProgress, Learners learners) {
    this.learners = learners;
    this.pathways = pathways;
    this.showProgress = showProgress;
  }

  @GET
  @Operation(operationId = "listProgress", summary = "List the learners on a pathway")
  @APIResponse(responseCode = "200", description = "A page of learners, by pseudonym")
  @APIResponse(responseCode = "404", description = "No such pathway of this organisation")
  public Response list(
      @PathParam("org") UUID org,
      @PathParam("id") UUID id,
      @BeanParam PageRequest page,
      @Context UriInfo uri) {
    checkOwned(org, id);
    String after = Objects.requireNonNullElse(page.after(), "");
    if (!after.isEmpty() && !PSEUDONYM.matcher(after).matches()) {
      throw new ProblemException(
          Problems.invalidValue("after", "after is the value that the page before gave as next."));
    }
    var fetched = showProgress.listed(id, after, page.limit() + 1);
    return Page.of(fetched, page, LearnerProgress::learner).response(uri);
  }

  @GET
  @Path("/{learnerRef}")
  @Operation(
      operationId = "showProgress",
      summary = "Show how far a learner is, by their id or by any reference of theirs")
  @APIResponse(
      responseCode = "200",
      description = "What is satisfied by which credential, and what is missing",
      content = @Content(schema = @Schema(implementation = LearnerProgress.class)))
  @APIResponse(
      responseCode = "404",
      description = "No such pathway or nothing of this learner on it")
  public LearnerProgress show(
      @PathParam("org") UUID org,
      @PathParam("id") UUID id,
      @PathParam("learnerRef") String learnerRef) {
    checkOwned(org, id);
    return Optional.of(learnerRef)
        .filter(ref -> PSEUDONYM.matcher(ref).matches())
        .flatMap(ref -> showProgress.of(id, learners.of(ref)))
        .orElseThrow(() -> new ProblemException(Problems.notFound("learner")));
  }

  private void checkOwned(UUID org, UUID id) {
    if (pathways.ownedBy(org, id).isEmpty()) {
      throw new ProblemException(Problems.notFound("pathway"));
    }
  }
}
