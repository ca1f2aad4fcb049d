package org.mikromerit.stacking.pathway.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.paging.SearchRequest;
import org.mikromerit.stacking.pathway.Pathways;
import org.mikromerit.stacking.pathway.Refused;

@Path("/pathways")
@Tag(name = "Pathways")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PublicPathwayResource {
  private final Pathways pathways;

  PublicPathwayResource(Pathways pathways) {
    this.pathways = pathways;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listPublishedPathways",
      summary = "The newest version of each published pathway, or of those looked for")
  @APIResponse(responseCode = "200", description = "A page of pathways, without their rules")
  @APIResponse(
      responseCode = "400",
      description = "A parameter cannot be used; the problem names it")
  public Response list(
      @BeanParam SearchRequest search, @BeanParam PageRequest page, @Context UriInfo uri) {
    var views =
        pathways.published(search.words(), page.afterUuid(), page.limit() + 1).stream()
            .map(ListedView::of)
            .toList();
    return Page.of(views, page, view -> view.id().toString()).response(uri);
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(
      operationId = "showPublishedPathway",
      summary = "Show a pathway's newest published version")
  @APIResponse(
      responseCode = "200",
      description = "The version",
      content = @Content(schema = @Schema(implementation = PublishedView.class)))
  @APIResponse(responseCode = "404", description = "No such pathway, or it was never published")
  public PublishedView show(@PathParam("id") UUID id) {
    return pathways
        .newest(id)
        .map(PublishedView::of)
        .orElseThrow(() -> Refusals.problem(new Refused.NoSuchPathway()));
  }
}
