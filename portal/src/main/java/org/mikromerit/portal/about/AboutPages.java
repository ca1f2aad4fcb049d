package org.mikromerit.portal.about;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.mikromerit.portal.page.Status;

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

    static native TemplateInstance components(Status[] statuses);
  }

  @GET
  @Path("accessibility")
  public TemplateInstance accessibility() {
    return Templates.accessibility();
  }

  @GET
  @Path("components")
  public TemplateInstance components() {
    return Templates.components(Status.values());
  }
}
