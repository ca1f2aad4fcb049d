package org.mikromerit.portal.institution.batch;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.institution.Text;
import org.mikromerit.portal.reach.Paged;

/** What an institution may issue: its own definitions, and those that it holds a right to. */
@RegisterRestClient(configKey = "issuer")
@AccessToken
@Path("/organisations/{org}")
interface Issuable {

  @GET
  @Path("/definitions")
  Paged<Definition> definitions(
      @PathParam("org") UUID organisation,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") int limit);

  @GET
  @Path("/rights")
  Paged<Right> rights(
      @PathParam("org") UUID organisation,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") int limit);

  /**
   * One of its own.
   *
   * @param newestVersion null before the first
   */
  record Definition(UUID id, @Nullable Integer newestVersion, Draft draft) {

    public String title(org.mikromerit.portal.page.Language language) {
      return draft.title() == null ? id.toString() : draft.title().in(language);
    }
  }

  /** What a page says of a draft. */
  record Draft(@Nullable Text title) {}

  /**
   * A right to issue another's.
   *
   * @param versions that may be issued; none means all
   */
  record Right(
      UUID id,
      UUID definition,
      @Nullable Text title,
      @Nullable String creatorName,
      String state,
      List<Integer> versions) {

    public boolean inForce() {
      return state.equals("IN_FORCE");
    }

    /** The newest that is named; the first where all are. */
    public int version() {
      return versions.stream().max(Integer::compare).orElse(1);
    }

    public String title(org.mikromerit.portal.page.Language language) {
      return title == null ? definition.toString() : title.in(language);
    }
  }
}
