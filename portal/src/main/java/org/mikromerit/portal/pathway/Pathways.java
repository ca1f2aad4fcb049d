package org.mikromerit.portal.pathway;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Language;
import org.mikromerit.portal.reach.Paged;

/** The pathways that anybody may see. */
@RegisterRestClient(configKey = "stacking")
@Path("/pathways")
interface Pathways {

  @GET
  Paged<Listed> page(
      @QueryParam("q") @Nullable String q,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") int limit);

  @GET
  @Path("/{id}")
  Published pathway(@PathParam("id") UUID id);

  /** What a pathway is called. */
  record Title(String sv, String en) {
    public String in(Language language) {
      return language == Language.SV ? sv : en;
    }
  }

  /** One of the list. */
  record Listed(UUID id, Title title, Instant publishedAt) {}

  /** Its newest version. */
  record Published(
      UUID id, UUID organisation, int version, Title title, Rule rule, Instant publishedAt) {}

  /** What completes it: exactly one of the three, or something that came after this page. */
  record Rule(@Nullable List<Rule> allOf, @Nullable Some nOf, @Nullable Part part) {}

  /** So many of these. */
  record Some(int n, List<Rule> of) {}

  /** A credential of this definition. */
  record Part(UUID definition) {}
}
