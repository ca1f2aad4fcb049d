package org.mikromerit.portal.share;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Failure;
import org.mikromerit.portal.page.PageFailure;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;
import org.mikromerit.portal.share.Links.Link;
import org.mikromerit.portal.share.Sharing.Shared;

/** What somebody with a link sees, without an account. */
@Path("/s/{token}")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SharedPages {
  private final Links links;
  private final JudgeDocuments judgeDocuments;

  SharedPages(@RestClient Links links, JudgeDocuments judgeDocuments) {
    this.links = links;
    this.judgeDocuments = judgeDocuments;
  }

  @CheckedTemplate(basePath = "share")
  static class Templates {
    private Templates() {}

    static native TemplateInstance shared(Shared shared, List<Judged> documents);

    static native TemplateInstance door(Door door);

    static native TemplateInstance ended();

    static native TemplateInstance busy();

    static native TemplateInstance unknown();
  }

  /** What stands between somebody and what is shown. */
  public enum Door {
    /** It can be seen a limited number of times. */
    VIEW,
    /** It takes a PIN. */
    PIN,
    /** It takes another PIN. */
    WRONG;

    public boolean isForPin() {
      return this != VIEW;
    }

    public boolean isWrong() {
      return this == WRONG;
    }
  }

  /** Programs that look where links lead use up no view: it takes a press of a button. */
  @GET
  public Response look(@PathParam("token") String token) {
    return view(new Link(token, null, false));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response open(@PathParam("token") String token, @RestForm @Nullable String pin) {
    return view(new Link(token, pin == null || pin.isBlank() ? null : pin.strip(), true));
  }

  private Response view(Link link) {
    return switch (Reach.ask("registry", () -> links.view(link))) {
      case Reached.Here<Shared>(Shared shared) ->
          page(200, Templates.shared(shared, judgeDocuments.judge(shared.documents())));
      case Reached.Refused<Shared>(int status, Reached.Problem problem) -> refused(status, problem);
      case Reached.Away<Shared> _ -> throw new PageFailure(Failure.AWAY);
    };
  }

  private static Response refused(int status, Reached.Problem problem) {
    return switch (status) {
      case 403 -> page(200, Templates.door(door(problem)));
      case 410 -> page(410, Templates.ended());
      case 429 -> page(429, Templates.busy());
      default -> page(404, Templates.unknown());
    };
  }

  private static Door door(Reached.Problem problem) {
    String type = problem.type() == null ? "" : problem.type();
    return type.endsWith("/takes-a-view")
        ? Door.VIEW
        : type.endsWith("/wrong-pin") ? Door.WRONG : Door.PIN;
  }

  private static Response page(int status, TemplateInstance page) {
    return Response.status(status)
        .entity(page)
        .header("Cache-Control", "no-store")
        .header("X-Robots-Tag", "noindex")
        .build();
  }
}
