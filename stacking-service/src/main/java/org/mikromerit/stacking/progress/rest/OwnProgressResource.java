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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.pseudonym.Pseudonyms;
import org.mikromerit.kit.tenant.Caller;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.stacking.learner.Learners;
import org.mikromerit.stacking.progress.ShowProgress;

/** A learner finds their own progress by their account, and nobody else's by anything. */
@Path("/progress")
@Tag(name = "Progress")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.LEARNER)
@RunOnVirtualThread
class OwnProgressResource {
  private final ShowProgress showProgress;
  private final Learners learners;
  private final Caller caller;

  OwnProgressResource(ShowProgress showProgress, Learners learners, Caller caller) {
    this.showProgress = showProgress;
    this.learners = learners;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listOwnProgress", summary = "The pathways that the learner is on")
  @APIResponse(responseCode = "200", description = "A page of pathways, with how far each is")
  public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
    List<OwnListedView> fetched =
        showProgress.pathwaysOf(learner(), page.afterUuid(), page.limit() + 1).stream()
            .map(each -> OwnListedView.of(each.newest(), each.row()))
            .toList();
    return Page.of(fetched, page, view -> view.pathway().toString()).response(uri);
  }

  @GET
  @Path("/{pathway}")
  @Operation(
      operationId = "showOwnProgress",
      summary = "How far the learner is on a pathway, whether they began or not")
  @APIResponse(
      responseCode = "200",
      description = "What is satisfied by which credential, and what is missing",
      content = @Content(schema = @Schema(implementation = OwnProgressView.class)))
  @APIResponse(responseCode = "404", description = "No such pathway, or it was never published")
  public OwnProgressView show(@PathParam("pathway") UUID pathway) {
    return showProgress
        .own(pathway, learner())
        .map(OwnProgressView::of)
        .orElseThrow(() -> new ProblemException(Problems.notFound("pathway")));
  }

  private String learner() {
    return learners.of(Pseudonyms.accountRef(caller.subject()));
  }
}
