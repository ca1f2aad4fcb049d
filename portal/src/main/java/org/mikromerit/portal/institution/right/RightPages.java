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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.institution.Filled;
import org.mikromerit.portal.institution.OwnOrganisation;
import org.mikromerit.portal.institution.Register;
import org.mikromerit.portal.institution.Register.Organisation;
import org.mikromerit.portal.institution.right.Rights.Definition;
import org.mikromerit.portal.institution.right.Rights.Offer;
import org.mikromerit.portal.institution.right.Rights.Right;
import org.mikromerit.portal.institution.right.Rights.Terms;
import org.mikromerit.portal.institution.right.Rights.Why;
import org.mikromerit.portal.page.Failure;
import org.mikromerit.portal.page.PageFailure;
import org.mikromerit.portal.page.Search;
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

  /** At most a hundred, which is what a right can name; empty for all. */
  private static final Pattern VERSIONS =
      Pattern.compile("|[1-9][0-9]{0,8}(,[1-9][0-9]{0,8}){0,99}");

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
        Definition definition,
        UUID own,
        Search search,
        Reached<Paged<Organisation>> organisations,
        Filled form);

    static native TemplateInstance right(Right right, Definition definition, Filled form);
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
      @QueryParam("q") @Nullable String q,
      @QueryParam("after") @Nullable String after) {
    return form(present(definition), Filled.empty().with("q", q).with("after", after));
  }

  private TemplateInstance form(UUID definition, Filled form) {
    Search search = Search.of(form.written("q"));
    String after = form.written("after");
    return Templates.grant(
        definition(definition),
        own.id(),
        search,
        Reach.ask("registry", () -> register.organisations(search.asked(), after, ROWS))
            .unlessRefusedBut("q"),
        form);
  }

  private Definition definition(UUID definition) {
    return Reach.ask(ISSUER, () -> rights.definition(own.id(), definition)).orFailure();
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
    return Response.ok(form(definition, form.refused(problem))).build();
  }

  @GET
  @Path("/{definition}/{right}")
  @RolesAllowed("creator")
  public TemplateInstance right(
      @PathParam("definition") UUID definition, @PathParam("right") UUID right) {
    Right found = find(definition, right);
    return Templates.right(found, definition(definition), asItIs(found));
  }

  private static Filled asItIs(Right right) {
    String lastDay = lastDay(right);
    return Filled.empty()
        .with("versions", right.written())
        .with("validUntil", lastDay.isEmpty() ? null : lastDay);
  }

  /** As a form writes it; empty for one without an end. */
  private static String lastDay(Right right) {
    return right.validUntil() == null
        ? ""
        : LocalDate.ofInstant(right.lastMoment(), ZONE).toString();
  }

  /** Gives a right other terms, for what is issued from now on. */
  @POST
  @Path("/{definition}/{right}/terms")
  @RolesAllowed("creator")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("definition") UUID definition,
      @PathParam("right") UUID right,
      MultivaluedMap<String, String> fields) {
    var form = new Filled(fields, null);
    Right present = find(definition, right);
    // An end within a day stays where it is unless another day is chosen.
    Instant until =
        form.value("validUntil").strip().equals(lastDay(present))
            ? present.validUntil()
            : end(form.written("validUntil"));
    var terms = new Terms(versions(form), until);
    return switch (Reach.ask(ISSUER, () -> rights.change(own.id(), definition, right, terms))) {
      case Reached.Here<Right> _ -> to("/institution/rights/" + definition + "/" + right);
      case Reached.Refused<Right>(int _, Problem problem) -> again(present, form.refused(problem));
      case Reached.Away<Right> _ -> throw new PageFailure(Failure.AWAY);
    };
  }

  private Response again(Right right, Filled form) {
    return Response.ok(Templates.right(right, definition(right.definition()), form)).build();
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
      case Reached.Refused<Right>(int _, Problem problem) -> {
        Right present = find(definition, right);
        yield again(
            present, asItIs(present).with("reason", form.written("reason")).refused(problem));
      }
      case Reached.Away<Right> _ -> throw new PageFailure(Failure.AWAY);
    };
  }

  private Right find(UUID definition, UUID right) {
    return Reach.ask(ISSUER, () -> rights.right(own.id(), definition, right)).orFailure();
  }

  private static List<Integer> versions(Filled form) {
    String versions = form.value("versions");
    if (!form.values().containsKey("versions") || !VERSIONS.matcher(versions).matches()) {
      // None would mean all of them, which nobody asked for by that.
      throw new BadRequestException();
    }
    return versions.isEmpty()
        ? List.of()
        : Stream.of(versions.split(",", -1)).map(Integer::valueOf).toList();
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
