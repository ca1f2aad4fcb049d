package org.mikromerit.portal.claim;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.claim.Arrivals.Credential;
import org.mikromerit.portal.claim.Claims.Claimed;
import org.mikromerit.portal.claim.Claims.Code;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;
import org.mikromerit.portal.reach.Reached.Away;
import org.mikromerit.portal.reach.Reached.Here;
import org.mikromerit.portal.reach.Reached.Refused;

/** A learner shows the code of a letter, and has what it stands for. */
@Path("/learner/claim")
@RolesAllowed("learner")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ClaimPages {
  private final Claims claims;
  private final Arrivals arrivals;

  ClaimPages(@RestClient Claims claims, @RestClient Arrivals arrivals) {
    this.claims = claims;
    this.arrivals = arrivals;
  }

  @CheckedTemplate(basePath = "claim")
  static class Templates {
    private Templates() {}

    static native TemplateInstance form(@Nullable Refusal refusal, String code);

    static native TemplateInstance claimed(UUID id, @Nullable Credential credential);
  }

  @GET
  public TemplateInstance form() {
    return Templates.form(null, "");
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response claim(@RestForm @Nullable String code) {
    String written = code == null ? "" : code.strip();
    return switch (Reach.ask("issuer", () -> claims.claim(new Code(written)))) {
      case Here<Claimed>(Claimed found) ->
          Response.seeOther(URI.create("/learner/claim/" + found.credentialId())).build();
      case Refused<Claimed> refused -> again(Refusal.of(refused.problem()), written);
      case Away<Claimed> _ -> again(Refusal.AWAY, written);
    };
  }

  /** It is the learner's at once, and in their list once the registry has heard of it. */
  @GET
  @Path("/{id}")
  public TemplateInstance claimed(@PathParam("id") UUID id) {
    Reached<Credential> arrival = Reach.ask("registry", () -> arrivals.there(id));
    return Templates.claimed(id, arrival.here() ? arrival.value() : null);
  }

  private static Response again(Refusal refusal, String written) {
    return Response.ok(Templates.form(refusal, written))
        .header("Cache-Control", "no-store")
        .build();
  }
}
