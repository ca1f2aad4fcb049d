package org.mikromerit.portal.register;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Search;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;
import org.mikromerit.portal.register.Register.Definition;
import org.mikromerit.portal.register.Register.Organisation;
import org.mikromerit.portal.register.Register.State;

/** Lists of what may be awarded and of who may award it, and a page for each. */
@Path("/register")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RegisterPages {
  private static final String REGISTRY = "registry";
  private static final int ROWS = 25;

  private final Register register;

  RegisterPages(@RestClient Register register) {
    this.register = register;
  }

  @CheckedTemplate(basePath = "register")
  static class Templates {
    private Templates() {}

    static native TemplateInstance definitions(
        Search search, Reached<Paged<Definition>> definitions);

    static native TemplateInstance providers(
        Search search, State[] states, Reached<Paged<Organisation>> providers);

    static native TemplateInstance definition(
        Definition definition, Reached<Organisation> provider);

    static native TemplateInstance provider(Organisation provider);
  }

  @GET
  public TemplateInstance definitions(
      @QueryParam("q") @Nullable String q, @QueryParam("after") @Nullable String after) {
    Search search = Search.of(q);
    return Templates.definitions(
        search,
        Reach.ask(REGISTRY, () -> register.definitions(search.asked(), after, ROWS))
            .unlessRefusedBut("q"));
  }

  @GET
  @Path("/providers")
  public TemplateInstance providers(
      @QueryParam("q") @Nullable String q,
      @QueryParam("state") @Nullable String state,
      @QueryParam("after") @Nullable String after) {
    State chosen = State.named(state);
    Search search = Search.of(q).and("state", chosen == null ? null : chosen.name());
    return Templates.providers(
        search,
        State.values(),
        Reach.ask(REGISTRY, () -> register.organisations(search.asked(), chosen, after, ROWS))
            .unlessRefusedBut("q"));
  }

  @GET
  @Path("/definitions/{id}/{version}")
  public TemplateInstance definition(@PathParam("id") UUID id, @PathParam("version") int version) {
    Definition definition = Reach.ask(REGISTRY, () -> register.definition(id, version)).orFailure();
    return Templates.definition(
        definition, Reach.ask(REGISTRY, () -> register.organisation(definition.organisation())));
  }

  @GET
  @Path("/providers/{id}")
  public TemplateInstance provider(@PathParam("id") UUID id) {
    return Templates.provider(Reach.ask(REGISTRY, () -> register.organisation(id)).orFailure());
  }
}
