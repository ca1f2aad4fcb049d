package org.mikromerit.registry.ledger.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.paging.Page;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.registry.ledger.Ledger;

@Path("/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ledger", description = "What was issued and what became of it, without the learner")
class LedgerResource {
  private final Ledger ledger;

  LedgerResource(Ledger ledger) {
    this.ledger = ledger;
  }

  @GET
  @PermitAll
  @Operation(operationId = "readLedger", summary = "The entries, in the order of registration")
  @APIResponse(responseCode = "200", description = "A page of entries")
  public Response entries(
      @QueryParam("credential")
          @Parameter(
              description = "Only the entries about this credential",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @Nullable String credential,
      @BeanParam PageRequest page,
      @Context UriInfo uri) {
    var views =
        ledger
            .after(
                page.afterPosition(0),
                Optional.ofNullable(credential).map(LedgerResource::uuid),
                page.limit() + 1)
            .stream()
            .map(LedgerEntryView::of)
            .toList();
    return Page.of(views, page, view -> Long.toString(view.position())).response(uri);
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw new ProblemException(
          Problems.invalidValue("credential", "credential is a credential's UUID."));
    }
  }
}
