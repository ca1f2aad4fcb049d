package org.mikromerit.portal.operations;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.operations.Operated.Batch;
import org.mikromerit.portal.operations.Operated.Replay;
import org.mikromerit.portal.operations.Operated.Retry;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;

/** The operator's look at all services, and a closer one at each. */
@Path("/operations")
@RolesAllowed("operator")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OperationsPages {
  private static final int ROWS = 25;

  private final Map<String, Operated> services = new LinkedHashMap<>();
  private final Operated.Issuer issuer;
  private final InstantSource clock = InstantSource.system();

  OperationsPages(
      @RestClient Operated.Issuer issuer,
      @RestClient Operated.Registry registry,
      @RestClient Operated.Verification verification,
      @RestClient Operated.Stacking stacking) {
    this.issuer = issuer;
    services.put("issuer", issuer);
    services.put("registry", registry);
    services.put("verification", verification);
    services.put("stacking", stacking);
  }

  @CheckedTemplate(basePath = "operations")
  static class Templates {
    private Templates() {}

    static native TemplateInstance all(List<Look> looks);

    static native TemplateInstance service(Look look, @Nullable String retried, boolean notRetried);

    static native TemplateInstance jobs(String service, Reached<Paged<Replay>> replays);

    static native TemplateInstance batches(Reached<Paged<Batch>> batches);
  }

  @GET
  public TemplateInstance all() {
    return Templates.all(
        services.entrySet().stream()
            .map(each -> look(each.getKey(), each.getValue(), null))
            .toList());
  }

  @GET
  @Path("/{service}")
  public TemplateInstance service(
      @PathParam("service") String name,
      @QueryParam("after") @Nullable String after,
      @QueryParam("retried") @Nullable String retried) {
    return Templates.service(look(name, service(name), after), retried, false);
  }

  @GET
  @Path("/{service}/jobs")
  public TemplateInstance jobs(
      @PathParam("service") String name, @QueryParam("after") @Nullable String after) {
    Operated service = service(name);
    return Templates.jobs(
        name, Reach.ask(name, () -> service.replays(after, ROWS)).unlessRefused());
  }

  @GET
  @Path("/issuer/batches")
  public TemplateInstance batches(@QueryParam("after") @Nullable String after) {
    return Templates.batches(
        Reach.ask("issuer", () -> issuer.batches(after, ROWS)).unlessRefused());
  }

  /** Tries a topic's parked events again, or those of one key. */
  @POST
  @Path("/{service}/retries")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response retry(
      @PathParam("service") String name,
      @RestForm @Nullable String topic,
      @RestForm @Nullable String key) {
    Operated service = service(name);
    String whole = topic == null ? "" : topic;
    String one = key == null || key.isEmpty() ? null : key;
    return Reach.ask(name, () -> service.retry(new Retry(whole, one))).here()
        ? Response.seeOther(
                UriBuilder.fromPath("/operations/{service}")
                    .queryParam("retried", "{topic}")
                    .build(name, whole))
            .build()
        : Response.ok(Templates.service(look(name, service, null), null, true)).build();
  }

  private Look look(String name, Operated service, @Nullable String after) {
    return Look.at(name, service, after, ROWS, clock.instant());
  }

  private Operated service(String name) {
    Operated service = services.get(name);
    if (service == null) {
      throw new NotFoundException();
    }
    return service;
  }
}
