package org.mikromerit.portal.pathway;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.pathway.Definitions.Owner;
import org.mikromerit.portal.pathway.OwnProgress.On;
import org.mikromerit.portal.pathway.OwnProgress.Progress;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;

/** The pathways that a learner is on, and of each what they have and what they lack. */
@Path("/learner/pathways")
@RolesAllowed("learner")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OwnPathwayPages {
  private static final String STACKING = "stacking";
  private static final int ROWS = 25;

  private final OwnProgress progress;
  private final NameParts nameParts;

  OwnPathwayPages(@RestClient OwnProgress progress, NameParts nameParts) {
    this.progress = progress;
    this.nameParts = nameParts;
  }

  @CheckedTemplate(basePath = "pathway")
  static class Templates {
    private Templates() {}

    static native TemplateInstance own(Reached<Paged<On>> pathways);

    static native TemplateInstance progress(Progress progress, Reached<Owner> owner, Lines lines);
  }

  @GET
  public TemplateInstance own(@QueryParam("after") @Nullable String after) {
    return Templates.own(Reach.ask(STACKING, () -> progress.page(after, ROWS)).unlessRefused());
  }

  @GET
  @Path("/{id}")
  public TemplateInstance progress(@PathParam("id") UUID id) {
    Progress own = Reach.ask(STACKING, () -> progress.on(id)).orFailure();
    return Templates.progress(
        own, nameParts.owner(own.organisation()), nameParts.lines(own.rule(), own.lines()));
  }
}
