package org.mikromerit.portal.share;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.share.Sharing.Shared;

/** What the registry answers to anybody with a link. */
@RegisterRestClient(configKey = "registry")
@Path("/shared")
interface Links {

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  Shared view(Link link);

  /**
   * A link's secret part.
   *
   * @param counted whether one of a limited number of views may go for it
   */
  record Link(String token, @Nullable String pin, boolean counted) {

    /** Neither of the secrets. */
    @Override
    public String toString() {
      return "Link";
    }
  }
}
