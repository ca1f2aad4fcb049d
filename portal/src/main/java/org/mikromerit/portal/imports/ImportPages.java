package org.mikromerit.portal.imports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.imports.Imports.Report;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached.Away;
import org.mikromerit.portal.reach.Reached.Here;
import org.mikromerit.portal.reach.Reached.Refused;

/** A learner brings an exported archive, and reads what came of each file. */
@Path("/learner/import")
@RolesAllowed("learner")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ImportPages {
  private static final int TOO_LARGE = 413;

  private final Imports imports;

  ImportPages(@RestClient Imports imports) {
    this.imports = imports;
  }

  @CheckedTemplate(basePath = "imports")
  static class Templates {
    private Templates() {}

    static native TemplateInstance form(@Nullable Refusal refusal);

    static native TemplateInstance report(Report report);
  }

  @GET
  public TemplateInstance form() {
    return Templates.form(null);
  }

  /** The same archive again changes nothing, so its report needs no address of its own. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public TemplateInstance take(@RestForm @Nullable FileUpload file) {
    if (file == null || file.size() == 0) {
      return Templates.form(Refusal.NOTHING);
    }
    return switch (Reach.ask("registry", () -> imports.take(file.uploadedFile().toFile()))) {
      case Here<Report>(Report report) -> Templates.report(report);
      case Refused<Report> refused ->
          Templates.form(refused.status() == TOO_LARGE ? Refusal.TOO_LARGE : Refusal.NO_PORTFOLIO);
      case Away<Report> _ -> Templates.form(Refusal.AWAY);
    };
  }
}
