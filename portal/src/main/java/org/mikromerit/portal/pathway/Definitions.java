package org.mikromerit.portal.pathway;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.mikromerit.portal.page.Language;
import org.mikromerit.portal.reach.Paged;

/** What the register calls the parts of a pathway, and whose it is. */
@RegisterRestClient(configKey = "registry")
interface Definitions {

  @GET
  @Path("/definitions")
  Paged<Named> named(@QueryParam("id") List<UUID> ids, @QueryParam("limit") int limit);

  @GET
  @Path("/organisations/{id}")
  Owner owner(@PathParam("id") UUID id);

  /** A definition's newest version. */
  record Named(UUID id, int version, Map<String, String> title) {
    String title(Language language) {
      String wanted = title.get(language.tag());
      return wanted != null ? wanted : title.values().stream().findFirst().orElse(id.toString());
    }
  }

  /** Whose pathway it is. */
  record Owner(UUID id, String name) {}
}
