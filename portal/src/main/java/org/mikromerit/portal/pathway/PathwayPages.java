package org.mikromerit.portal.pathway;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Search;
import org.mikromerit.portal.pathway.Definitions.Owner;
import org.mikromerit.portal.pathway.Pathways.Listed;
import org.mikromerit.portal.pathway.Pathways.Published;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;

/** Which pathways there are, and what each asks for. */
@Path("/pathways")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PathwayPages {
  private static final String STACKING = "stacking";
  private static final int ROWS = 25;

  private final Pathways pathways;
  private final NameParts nameParts;

  PathwayPages(@RestClient Pathways pathways, NameParts nameParts) {
    this.pathways = pathways;
    this.nameParts = nameParts;
  }

  @CheckedTemplate(basePath = "pathway")
  static class Templates {
    private Templates() {}

    static native TemplateInstance pathways(Search search, Reached<Paged<Listed>> pathways);

    static native TemplateInstance pathway(Published pathway, Reached<Owner> owner, Lines lines);
  }

  @GET
  public TemplateInstance pathways(
      @QueryParam("q") @Nullable String q, @QueryParam("after") @Nullable String after) {
    Search search = Search.of(q);
    return Templates.pathways(
        search,
        Reach.ask(STACKING, () -> pathways.page(search.asked(), after, ROWS))
            .unlessRefusedBut("q"));
  }

  @GET
  @Path("/{id}")
  public TemplateInstance pathway(@PathParam("id") UUID id) {
    Published pathway = Reach.ask(STACKING, () -> pathways.pathway(id)).orFailure();
    return Templates.pathway(
        pathway,
        nameParts.owner(pathway.organisation()),
        nameParts.lines(pathway.rule(), List.of()));
  }
}
