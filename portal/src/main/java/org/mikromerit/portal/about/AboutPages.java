package org.mikromerit.portal.about;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.mikromerit.portal.institution.Filled;
import org.mikromerit.portal.page.Status;
import org.mikromerit.portal.reach.Reached.Fault;
import org.mikromerit.portal.reach.Reached.Problem;

/** How accessible the site is, and of what its pages are made. */
@Path("/")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AboutPages {

  @CheckedTemplate(basePath = "about")
  static class Templates {
    private Templates() {}

    static native TemplateInstance accessibility();

    static native TemplateInstance components(Status[] statuses, Filled form);
  }

  @GET
  @Path("accessibility")
  public TemplateInstance accessibility() {
    return Templates.accessibility();
  }

  @GET
  @Path("components")
  public TemplateInstance components() {
    Fault fault = new Fault("invalid-value", "/bad", "an address has an @");
    Problem problem = new Problem("invalid-value", null, null, List.of(fault));
    return Templates.components(
        Status.values(), Filled.empty().with("bad", "åsa.exempel.se").refused(problem));
  }
}
