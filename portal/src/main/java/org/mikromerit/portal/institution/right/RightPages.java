package org.mikromerit.portal.institution.right;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.institution.Filled;
import org.mikromerit.portal.institution.OwnOrganisation;
import org.mikromerit.portal.institution.Register;
import org.mikromerit.portal.institution.Register.Organisation;
import org.mikromerit.portal.institution.right.Rights.Definition;
import org.mikromerit.portal.institution.right.Rights.Offer;
import org.mikromerit.portal.institution.right.Rights.Right;
import org.mikromerit.portal.institution.right.Rights.Why;
import org.mikromerit.portal.page.Failure;
import org.mikromerit.portal.page.PageFailure;
import org.mikromerit.portal.page.Visitor;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;
import org.mikromerit.portal.reach.Reached.Problem;

/** Who else may issue what one defined, and what one may issue for others. */
@Path("/institution/rights")
@RolesAllowed({"creator", "issuer"})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RightPages {
  private static final String ISSUER = "issuer";
  private static final int ROWS = 25;

  /** Where the last day of a right ends. */
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private final Rights rights;
  private final Register register;
  private final OwnOrganisation own;
  private final Visitor visitor;

  RightPages(
      @RestClient Rights rights,
      @RestClient Register register,
      OwnOrganisation own,
      Visitor visitor) {
    this.rights = rights;
    this.register = register;
    this.own = own;
    this.visitor = visitor;
  }

  @CheckedTemplate(basePath = "rights")
  static class Templates {
    private Templates() {}

    static native TemplateInstance list(Reached<Paged<Right>> granted, Reached<Paged<Right>> held);

    static native TemplateInstance grant(
        Definition definition, UUID own, Reached<Paged<Organisation>> organisations, Filled form);

    static native TemplateInstance right(Right right, Filled form);
  }

  @GET
  public TemplateInstance list(
      @QueryParam("after") @Nullable String after, @QueryParam("held") @Nullable String held) {
    UUID organisation = own.id();
    return Templates.list(
        forThe("creator", () -> rights.granted(organisation, after, ROWS)),
        forThe("issuer", () -> rights.held(organisation, held, ROWS)));
  }

  /** What another role sees is not asked for, and the page does not show it. */
  private Reached<Paged<Right>> forThe(String role, Supplier<Paged<Right>> question) {
    return visitor.is(role)
        ? Reach.ask(ISSUER, question).unlessRefused()
        : new Reached.Here<>(new Paged<>(List.of(), null));
  }

  @GET
  @Path("/new")
  @RolesAllowed("creator")
  public TemplateInstance offer(
      @QueryParam("definition") @Nullable UUID definition,
      @QueryParam("after") @Nullable String after) {
    return form(present(definition), after, Filled.empty());
  }

  private TemplateInstance form(UUID definition, @Nullable String after, Filled form) {
    return Templates.grant(
        Reach.ask(ISSUER, () -> rights.definition(own.id(), definition)).orFailure(),
        own.id(),
        Reach.ask("registry", () -> register.organisations(after, ROWS)).unlessRefused(),
        form);
  }

  @POST
  @RolesAllowed("creator")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response grant(MultivaluedMap<String, String> fields) {
    var form = new Filled(fields, null);
    UUID definition = present(id(form.value("definition")));
    UUID holder = id(form.value("holder"));
    if (holder == null) {
      return again(definition, form, new Problem("no-holder", null, null, null));
    }
    var offer = new Offer(holder, versions(form), end(form.written("validUntil")));
    return switch (Reach.ask(ISSUER, () -> rights.grant(own.id(), definition, offer))) {
      case Reached.Here<Right> _ -> to("/institution/rights");
      case Reached.Refused<Right>(int _, Problem problem) -> again(definition, form, problem);
      case Reached.Away<Right> _ -> throw new PageFailure(Failure.AWAY);
    };
  }

  private Response again(UUID definition, Filled form, Problem problem) {
    return Response.ok(form(definition, form.written("after"), form.refused(problem))).build();
  }

  @GET
  @Path("/{definition}/{right}")
  @RolesAllowed("creator")
  public TemplateInstance right(
      @PathParam("definition") UUID definition, @PathParam("right") UUID right) {
    return Templates.right(find(definition, right), Filled.empty());
  }

  @POST
  @Path("/{definition}/{right}/withdrawal")
  @RolesAllowed("creator")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdraw(
      @PathParam("definition") UUID definition,
      @PathParam("right") UUID right,
      MultivaluedMap<String, String> fields) {
    var form = new Filled(fields, null);
    var why = new Why(form.value("reason"));
    return switch (Reach.ask(ISSUER, () -> rights.withdraw(own.id(), definition, right, why))) {
      case Reached.Here<Right> _ -> to("/institution/rights/" + definition + "/" + right);
      case Reached.Refused<Right>(int _, Problem problem) ->
          Response.ok(Templates.right(find(definition, right), form.refused(problem))).build();
      case Reached.Away<Right> _ -> throw new PageFailure(Failure.AWAY);
    };
  }

  private Right find(UUID definition, UUID right) {
    return Reach.ask(ISSUER, () -> rights.right(own.id(), definition, right)).orFailure();
  }

  private static List<Integer> versions(Filled form) {
    String version = form.value("versions");
    if (!form.values().containsKey("versions") || !version.matches("|[1-9][0-9]{0,8}")) {
      // None would mean all of them, which nobody asked for by that.
      throw new BadRequestException();
    }
    return version.isEmpty() ? List.of() : List.of(Integer.valueOf(version));
  }

  /** After the last day. */
  private static @Nullable Instant end(@Nullable String day) {
    try {
      return day == null ? null : LocalDate.parse(day).plusDays(1).atStartOfDay(ZONE).toInstant();
    } catch (DateTimeException e) {
      // No browser sends such a date.
      throw new BadRequestException(e);
    }
  }

  private static @Nullable UUID id(String text) {
    try {
      return UUID.fromString(text.strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static UUID present(@Nullable UUID definition) {
    if (definition == null) {
      throw new BadRequestException();
    }
    return definition;
  }

  private static Response to(String page) {
    return Response.seeOther(URI.create(page)).build();
  }
}
