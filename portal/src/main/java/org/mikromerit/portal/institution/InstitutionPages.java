package org.mikromerit.portal.institution;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.mikromerit.portal.institution.Register.Organisation;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;

/** Where those who work for an institution begin. */
@Path("/institution")
@RolesAllowed({"issuer", "creator"})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class InstitutionPages {
  private final Register register;
  private final OwnOrganisation own;

  InstitutionPages(@RestClient Register register, OwnOrganisation own) {
    this.register = register;
    this.own = own;
  }

  @CheckedTemplate(basePath = "institution")
  static class Templates {
    private Templates() {}

    static native TemplateInstance home(UUID id, Reached<Organisation> organisation);
  }

  @GET
  public TemplateInstance home() {
    UUID id = own.id();
    return Templates.home(id, Reach.ask("registry", () -> register.organisation(id)));
  }
}
