package org.mikromerit.portal.learner;

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
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.learner.Portfolio.Details;
import org.mikromerit.portal.learner.Portfolio.Held;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;

/** A learner's list, each credential, and everything to take along. */
@Path("/learner")
@RolesAllowed("learner")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class LearnerPages {
  private static final String REGISTRY = "registry";
  private static final int ROWS = 25;

  private final Portfolio portfolio;

  LearnerPages(@RestClient Portfolio portfolio) {
    this.portfolio = portfolio;
  }

  @CheckedTemplate(basePath = "learner")
  static class Templates {
    private Templates() {}

    static native TemplateInstance portfolio(Reached<Paged<Held>> held);

    static native TemplateInstance credential(Details credential);
  }

  @GET
  public TemplateInstance list(@QueryParam("after") @Nullable String after) {
    return Templates.portfolio(
        Reach.ask(REGISTRY, () -> portfolio.page(after, ROWS)).unlessRefused());
  }

  @GET
  @Path("/credentials/{id}")
  public TemplateInstance credential(@PathParam("id") UUID id) {
    return Templates.credential(Reach.ask(REGISTRY, () -> portfolio.details(id)).orFailure());
  }

  @GET
  @Path("/credentials/{id}/document")
  @Produces("application/vc")
  public Response document(@PathParam("id") UUID id) {
    return attached(
        Reach.ask(REGISTRY, () -> portfolio.document(id)), "application/vc", id + ".json");
  }

  @GET
  @Path("/export")
  @Produces("application/zip")
  public Response export() {
    return attached(Reach.ask(REGISTRY, portfolio::export), "application/zip", "mikromerit.zip");
  }

  /** A file as the registry gave it, in the same bytes. */
  private static Response attached(Reached<Response> answer, String type, String name) {
    byte[] bytes = answer.orFailure().readEntity(byte[].class);
    return Response.ok(bytes, type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
