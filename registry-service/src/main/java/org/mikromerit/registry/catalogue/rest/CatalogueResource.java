package org.mikromerit.registry.catalogue.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.paging.SearchRequest;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.registry.catalogue.Catalogue;

@Path("/definitions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Catalogue", description = "The published definitions of all organisations")
class CatalogueResource {
  private static final int MOST_IDS = 100;

  private final Catalogue catalogue;

  CatalogueResource(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listDefinitions",
      summary = "The newest version of each definition, or of those looked for")
  @APIResponse(responseCode = "200", description = "A page of definitions")
  @APIResponse(
      responseCode = "400",
      description = "A parameter cannot be used; the problem names it")
  public Response list(
      @BeanParam SearchRequest search,
      @Parameter(description = "One of the definitions to list; up to 100 times. All where none.")
          @QueryParam("id")
          List<String> ids,
      @BeanParam PageRequest page,
      @Context UriInfo uri) {
    var views =
        catalogue
            .newest(search.words(), definitions(ids), page.afterUuid(), page.limit() + 1)
            .stream()
            .map(DefinitionView::of)
            .toList();
    return Page.of(views, page, view -> view.id().toString()).response(uri);
  }

  @GET
  @Path("/{id}/versions/{version}")
  @PermitAll
  @Operation(operationId = "readDefinitionVersion", summary = "One version, for ever the same")
  @APIResponse(
      responseCode = "200",
      description = "The version",
      content = @Content(schema = @Schema(implementation = DefinitionView.class)))
  @APIResponse(responseCode = "404", description = "No such version was published")
  public DefinitionView version(@PathParam("id") UUID id, @PathParam("version") int version) {
    return catalogue
        .version(id, version)
        .map(DefinitionView::of)
        .orElseThrow(() -> new ProblemException(Problems.notFound("definition version")));
  }

  private static Set<UUID> definitions(List<String> ids) {
    if (ids.size() > MOST_IDS) {
      throw new ProblemException(
          Problems.invalidValue("id", "Ask for at most " + MOST_IDS + " definitions at a time."));
    }
    try {
      return ids.stream().map(UUID::fromString).collect(Collectors.toSet());
    } catch (IllegalArgumentException _) {
      throw new ProblemException(Problems.invalidValue("id", "id is a definition's id, a UUID."));
    }
  }
}
