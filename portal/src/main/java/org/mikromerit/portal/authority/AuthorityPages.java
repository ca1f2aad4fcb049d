package org.mikromerit.portal.authority;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.authority.Authority.Decision;
import org.mikromerit.portal.authority.Authority.Proposal;
import org.mikromerit.portal.authority.Authority.Reason;
import org.mikromerit.portal.authority.Authority.Review;
import org.mikromerit.portal.authority.Authority.Verdict;
import org.mikromerit.portal.authority.Given.Act;
import org.mikromerit.portal.page.Search;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;
import org.mikromerit.portal.register.Register;
import org.mikromerit.portal.register.Register.Organisation;
import org.mikromerit.portal.register.Register.State;

/** The authority's work: what waits, and for each organisation what can be done. */
@Path("/authority")
@RolesAllowed("registrar")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AuthorityPages {
  private static final String REGISTRY = "registry";
  private static final String RETURN = "RETURN";
  private static final int ROWS = 25;

  private final Authority authority;
  private final Register register;

  AuthorityPages(@RestClient Authority authority, @RestClient Register register) {
    this.authority = authority;
    this.register = register;
  }

  @CheckedTemplate(basePath = "authority")
  static class Templates {
    private Templates() {}

    static native TemplateInstance proposals(Reached<Paged<Proposal>> proposals);

    static native TemplateInstance organisations(
        Search search, State[] states, Reached<Paged<Organisation>> organisations);

    static native TemplateInstance organisation(
        Organisation organisation,
        Reached<Proposal> proposal,
        List<Verdict> verdicts,
        boolean maySuspend,
        Given given,
        @Nullable Act done);
  }

  /** What one prepared and another is to decide. */
  @GET
  public TemplateInstance proposals(@QueryParam("after") @Nullable String after) {
    return Templates.proposals(
        Reach.ask(REGISTRY, () -> authority.proposals(after, ROWS)).unlessRefused());
  }

  /** Those who applied, unless another state is asked for; {@code state=} is all. */
  @GET
  @Path("/organisations")
  public TemplateInstance organisations(
      @QueryParam("q") @Nullable String q,
      @QueryParam("state") @Nullable String state,
      @QueryParam("after") @Nullable String after) {
    State chosen = state == null ? State.APPLIED : State.named(state);
    Search search = Search.of(q).and("state", chosen == null ? "" : chosen.name());
    return Templates.organisations(
        search,
        State.values(),
        Reach.ask(REGISTRY, () -> register.organisations(search.asked(), chosen, after, ROWS))
            .unlessRefusedBut("q"));
  }

  @GET
  @Path("/organisations/{id}")
  public TemplateInstance organisation(
      @PathParam("id") UUID id, @QueryParam("done") @Nullable String done) {
    return page(id, Given.NOTHING, act(done));
  }

  @POST
  @Path("/organisations/{id}/review")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response prepare(
      @PathParam("id") UUID id,
      @RestForm @Nullable String verdict,
      @RestForm @Nullable String reason) {
    Verdict chosen = Verdict.named(verdict);
    return answer(
        id,
        Act.PREPARE,
        chosen,
        written(reason),
        Reach.ask(REGISTRY, () -> authority.prepare(id, new Review(chosen, written(reason)))));
  }

  @POST
  @Path("/organisations/{id}/decision")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(
      @PathParam("id") UUID id,
      @RestForm @Nullable String decision,
      @RestForm @Nullable String reason) {
    String choice = decision == null ? "" : decision;
    // What is returned has no reason: nothing is published.
    String published = choice.equals(RETURN) || written(reason).isEmpty() ? null : written(reason);
    return answer(
        id,
        Act.DECIDE,
        null,
        written(reason),
        Reach.ask(REGISTRY, () -> authority.decide(id, new Decision(choice, published))));
  }

  @POST
  @Path("/organisations/{id}/suspension")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response suspend(@PathParam("id") UUID id, @RestForm @Nullable String reason) {
    return answer(
        id,
        Act.SUSPEND,
        null,
        written(reason),
        Reach.ask(REGISTRY, () -> authority.suspend(id, new Reason(written(reason)))));
  }

  private Response answer(
      UUID id, Act act, @Nullable Verdict verdict, String reason, Reached<?> answer) {
    return answer.here()
        ? Response.seeOther(URI.create("/authority/organisations/" + id + "?done=" + act)).build()
        : Response.ok(page(id, Given.of(act, verdict, reason, answer), null)).build();
  }

  private TemplateInstance page(UUID id, Given given, @Nullable Act done) {
    Organisation organisation = Reach.ask(REGISTRY, () -> register.organisation(id)).orFailure();
    return Templates.organisation(
        organisation,
        Reach.ask(REGISTRY, () -> authority.proposal(id)),
        Verdict.on(organisation.state()),
        organisation.state() == State.AUTHORISED,
        given,
        done);
  }

  private static @Nullable Act act(@Nullable String name) {
    return Stream.of(Act.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static String written(@Nullable String reason) {
    return reason == null ? "" : reason.strip();
  }
}
