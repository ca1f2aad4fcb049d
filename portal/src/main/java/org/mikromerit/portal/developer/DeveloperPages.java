package org.mikromerit.portal.developer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;

/** What programs can do: all that people can on these pages, and more. */
@Path("/api")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class DeveloperPages {
  private final Services services;

  DeveloperPages(Services services) {
    this.services = services;
  }

  @CheckedTemplate(basePath = "developer")
  static class Templates {
    private Templates() {}

    static native TemplateInstance api(List<Reached<Interface>> interfaces);
  }

  @GET
  public TemplateInstance api() {
    return Templates.api(
        services.all().entrySet().stream()
            .map(each -> described(each.getKey(), each.getValue()))
            .toList());
  }

  private Reached<Interface> described(String name, Described service) {
    return Reach.ask(
        name,
        () -> Interface.of(services.address(name), service.openApi("json"), service.asyncApi()));
  }
}
