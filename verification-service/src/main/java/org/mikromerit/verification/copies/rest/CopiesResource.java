package org.mikromerit.verification.copies.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.verification.copies.Copies;

/** What the verifier's verdicts rest on just now. */
@Path("/operator/copies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operator")
@RunOnVirtualThread
class CopiesResource {
  private final Copies copies;

  CopiesResource(Copies copies) {
    this.copies = copies;
  }

  @Schema(name = "Copies")
  record CopiesView(
      long organisations,
      long keys,
      long definitions,
      long issuingRights,
      long statusLists,
      @Schema(description = "Lists whose signer is not known yet; nothing rests on them")
          long waitingStatusLists,
      long changedCredentials,
      @Schema(description = "What other registries said of their issuers") long bundles,
      @Nullable Instant newestEvent,
      @Nullable Instant oldestStatusList) {}

  @GET
  @Operation(operationId = "readCopies", summary = "How much the verifier holds, and how old it is")
  public CopiesView copies() {
    Copies.State state = copies.state();
    return new CopiesView(
        state.organisations(),
        state.keys(),
        state.definitions(),
        state.issuingRights(),
        state.statusLists(),
        state.waitingStatusLists(),
        state.changedCredentials(),
        state.bundles(),
        state.newestEvent().orElse(null),
        state.oldestStatusList().orElse(null));
  }
}
