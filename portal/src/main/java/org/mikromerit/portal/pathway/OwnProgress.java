package org.mikromerit.portal.pathway;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Status;
import org.mikromerit.portal.pathway.Pathways.Rule;
import org.mikromerit.portal.pathway.Pathways.Title;
import org.mikromerit.portal.reach.Paged;

/** How far a learner is, told to themselves alone. */
@RegisterRestClient(configKey = "stacking")
@AccessToken
@Path("/progress")
interface OwnProgress {

  @GET
  Paged<On> page(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

  @GET
  @Path("/{pathway}")
  Progress on(@PathParam("pathway") UUID pathway);

  /** How far it is. */
  enum State {
    NOT_BEGUN(null),
    IN_PROGRESS(null),
    COMPLETED(Status.GOOD),
    BROKEN(Status.WARNING);

    private final @Nullable Status status;

    State(@Nullable Status status) {
      this.status = status;
    }

    /** Null where it is neither good nor bad. */
    public @Nullable Status status() {
      return status;
    }
  }

  /** A pathway that they are on. */
  record On(UUID pathway, Title title, State state) {}

  /** One pathway, by the version that the lines speak of. */
  record Progress(
      UUID pathway,
      UUID organisation,
      int version,
      Title title,
      Rule rule,
      State state,
      List<Line> lines,
      @Nullable Award award) {}

  /** What became of one node of the rule. */
  record Line(String path, @Nullable List<UUID> satisfiedBy, @Nullable Missing missing) {}

  /** How many more of its direct rules, and of which definitions. */
  record Missing(int more, List<UUID> definitions) {}

  /** What it earned. */
  record Award(@Nullable UUID credentialId, AwardState state) {}

  /** What became of the award. */
  enum AwardState {
    AWAITED,
    STANDING,
    BROKEN
  }
}
