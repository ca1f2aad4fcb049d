package org.mikromerit.portal.institution.definition;

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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.institution.Filled;
import org.mikromerit.portal.institution.OwnOrganisation;
import org.mikromerit.portal.institution.Register;
import org.mikromerit.portal.institution.definition.Definitions.Check;
import org.mikromerit.portal.institution.definition.Definitions.Definition;
import org.mikromerit.portal.institution.definition.Definitions.Version;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;

/**
 * An institution's definitions, and the form in which one is written. The form alone holds what was
 * not saved: each button sends it whole and gets it back.
 */
@Path("/institution/definitions")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class DefinitionPages {
  private static final String ISSUER = "issuer";
  private static final String PUBLISH = "publish";
  private static final int ROWS = 25;

  private final Definitions definitions;
  private final Register register;
  private final OwnOrganisation own;

  DefinitionPages(
      @RestClient Definitions definitions, @RestClient Register register, OwnOrganisation own) {
    this.definitions = definitions;
    this.register = register;
    this.own = own;
  }

  @CheckedTemplate(basePath = "definitions")
  static class Templates {
    private Templates() {}

    static native TemplateInstance list(Reached<Paged<Definition>> definitions);

    static native TemplateInstance editor(Editor editor, Note note);
  }

  /** What is said above the form of what just happened. */
  enum Note {
    NOTHING,
    SAVED,
    PUBLISHED,
    NOT_SAVED,
    NOT_PUBLISHED
  }

  @GET
  @RolesAllowed({"creator", "issuer"})
  public TemplateInstance list(@QueryParam("after") @Nullable String after) {
    return Templates.list(
        Reach.ask(ISSUER, () -> definitions.page(own.id(), after, ROWS)).unlessRefused());
  }

  @GET
  @Path("/new")
  @RolesAllowed("creator")
  public TemplateInstance begin() {
    return page(null, null, withOwnName(Filled.empty().with("country", "SE")), Note.NOTHING);
  }

  /** Who writes a definition mostly awards it too. */
  private Filled withOwnName(Filled form) {
    return Reach.ask("registry", () -> register.organisation(own.id()))
            instanceof Reached.Here<Register.Organisation>(Register.Organisation organisation)
        ? form.with("awardingBody/name", organisation.name())
        : form;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed("creator")
  public TemplateInstance edit(
      @PathParam("id") UUID id, @QueryParam("note") @Nullable String note) {
    Definition definition =
        Reach.ask(ISSUER, () -> definitions.definition(own.id(), id)).orFailure();
    return page(id, definition.newestVersion(), DraftForm.of(definition.draft()), note(note));
  }

  private static Note note(@Nullable String happened) {
    return switch (happened) {
      case "saved" -> Note.SAVED;
      case "published" -> Note.PUBLISHED;
      case null, default -> Note.NOTHING;
    };
  }

  @POST
  @RolesAllowed("creator")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response begin(MultivaluedMap<String, String> fields) {
    return act(null, new Filled(fields, null));
  }

  @POST
  @Path("/{id}")
  @RolesAllowed("creator")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response edit(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    return act(id, new Filled(fields, null));
  }

  /** What the button asks for; without one, as when the page itself asks, a check. */
  private Response act(@Nullable UUID id, Filled form) {
    String act = form.value("act");
    return switch (act) {
      case "save", PUBLISH -> save(id, form, act.equals(PUBLISH));
      default -> Response.ok(page(id, DraftForm.after(act, form), Note.NOTHING)).build();
    };
  }

  private Response save(@Nullable UUID id, Filled form, boolean publish) {
    var draft = DraftForm.draft(form);
    UUID organisation = own.id();
    Reached<Definition> saved =
        Reach.ask(
            ISSUER,
            () ->
                id == null
                    ? definitions.begin(organisation, draft)
                    : definitions.redraft(organisation, id, draft));
    return switch (saved) {
      case Reached.Here<Definition>(Definition definition) ->
          publish ? publish(definition, form) : to(definition.id(), "saved");
      case Reached.Refused<Definition> _, Reached.Away<Definition> _ ->
          Response.ok(page(id, form, Note.NOT_SAVED)).build();
    };
  }

  private Response publish(Definition saved, Filled form) {
    Reached<Version> published = Reach.ask(ISSUER, () -> definitions.publish(own.id(), saved.id()));
    return published.here()
        ? to(saved.id(), "published")
        : Response.ok(page(saved.id(), saved.newestVersion(), form, Note.NOT_PUBLISHED)).build();
  }

  private TemplateInstance page(@Nullable UUID id, Filled form, Note note) {
    String version = form.value("newestVersion");
    return page(id, version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : null, form, note);
  }

  private TemplateInstance page(
      @Nullable UUID id, @Nullable Integer newestVersion, Filled form, Note note) {
    Reached<Check> check =
        Reach.ask(ISSUER, () -> definitions.check(own.id(), DraftForm.draft(form)));
    Filled shown =
        check instanceof Reached.Refused<Check> refused ? form.refused(refused.problem()) : form;
    return Templates.editor(new Editor(id, newestVersion, shown, check), note);
  }

  private static Response to(UUID definition, String note) {
    return Response.seeOther(URI.create("/institution/definitions/" + definition + "?note=" + note))
        .build();
  }
}
