package org.mikromerit.portal.claim;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Whether what was claimed has come to the learner's portfolio. */
@RegisterRestClient(configKey = "registry")
@AccessToken
@Path("/portfolio/{id}/details")
interface Arrivals {

  @GET
  Credential there(@PathParam("id") UUID id);

  /** What it is called. */
  record Credential(UUID id, String title) {}
}
