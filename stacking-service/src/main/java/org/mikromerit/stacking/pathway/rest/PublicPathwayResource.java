package org.mikromerit.stacking.pathway.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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
