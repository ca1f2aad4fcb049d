package org.mikromerit.portal.institution.issued;

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
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.institution.Filled;
import org.mikromerit.portal.institution.FormKey;
import org.mikromerit.portal.institution.OwnOrganisation;
import org.mikromerit.portal.institution.issued.Issued.Credential;
import org.mikromerit.portal.institution.issued.Issued.Details;
import org.mikromerit.portal.institution.issued.Issued.IdentifierType;
import org.mikromerit.portal.institution.issued.Issued.Why;
import org.mikromerit.portal.page.Failure;
import org.mikromerit.portal.page.PageFailure;
import org.mikromerit.portal.page.StatusReason;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;
import org.mikromerit.portal.reach.Reached.Problem;

/** What an institution issued: the list, each credential, and what becomes of it. */
@Path("/institution/credentials")
@RolesAllowed("issuer")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class IssuedPages {
  private static final String ISSUER = "issuer";
  private static final int ROWS = 25;
  private static final Pattern NUMBER =
      Pattern.compile("(?i)\\s*(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\s*");

  private final Issued issued;
  private final OwnOrganisation own;

  IssuedPages(@RestClient Issued issued, OwnOrganisation own) {
    this.issued = issued;
    this.own = own;
  }

  @CheckedTemplate(basePath = "issued")
  static class Templates {
    private Templates() {}

    static native TemplateInstance list(
        Reached<Paged<Credential>> credentials, @Nullable String unknown);

    static native TemplateInstance credential(Details credential, @Nullable Refused refused);

    static native TemplateInstance correction(
        Details credential, Filled form, IdentifierType[] types);
  }

  /** A change that the issuer refused, as it was asked for. */
  record Refused(Change change, StatusReason reason, String note, Problem problem) {}

  @GET
  public TemplateInstance list(@QueryParam("after") @Nullable String after) {
    return Templates.list(page(after), null);
  }

  /**
   * To the credential of a number, where the organisation issued it.
   *
   * @param number as documents write it, or the bare id
   */
  @GET
  @Path("/find")
  public Response find(@QueryParam("number") @Nullable String number) {
    String given = number == null ? "" : number;
    var read = NUMBER.matcher(given);
    if (read.matches()) {
      UUID id = UUID.fromString(read.group(1));
      var found = Reach.ask(ISSUER, () -> issued.details(own.id(), id));
      if (!(found instanceof Reached.Refused<Details>)) {
        return to("/institution/credentials/" + id);
      }
    }
    return Response.ok(Templates.list(page(null), given)).build();
  }

  private Reached<Paged<Credential>> page(@Nullable String after) {
    return Reach.ask(ISSUER, () -> issued.page(own.id(), true, after, ROWS)).unlessRefused();
  }

  @GET
  @Path("/{id}")
  public TemplateInstance credential(@PathParam("id") UUID id) {
    return Templates.credential(details(id), null);
  }

  @GET
  @Path("/{id}/document")
  @Produces("application/vc")
  public Response document(@PathParam("id") UUID id) {
    byte[] bytes =
        Reach.ask(ISSUER, () -> issued.document(own.id(), id)).orFailure().readEntity(byte[].class);
    return Response.ok(bytes, "application/vc")
        .header("Content-Disposition", "attachment; filename=\"" + id + ".json\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @Path("/{id}/correction")
  public TemplateInstance correction(@PathParam("id") UUID id) {
    Details credential = details(id);
    return Templates.correction(credential, Correction.begin(credential), IdentifierType.values());
  }

  /** Issues another in its place. */
  @POST
  @Path("/{id}/correction")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response correct(@PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
    Details credential = details(id);
    var form = new Filled(fields, null);
    var order = Correction.order(form, credential);
    return switch (Reach.ask(
        ISSUER, () -> issued.issue(own.id(), FormKey.of(form.value(Correction.KEY)), order))) {
      case Reached.Here<Response>(Response answer) -> to(pageOf(answer));
      case Reached.Refused<Response>(int _, Problem problem) ->
          Response.ok(
                  Templates.correction(credential, form.refused(problem), IdentifierType.values()))
              .build();
      case Reached.Away<Response> _ -> throw new PageFailure(Failure.AWAY);
    };
  }

  /** Suspends, reinstates or revokes it. */
  @POST
  @Path("/{id}/{change}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("id") UUID id,
      @PathParam("change") String path,
      @RestForm @Nullable String reason,
      @RestForm @Nullable String note) {
    Change change = Change.of(path);
    var why =
        new Why(
            StatusReason.of(reason == null ? "" : reason),
            note == null || note.isBlank() ? null : note);
    return switch (Reach.ask(ISSUER, () -> issued.change(own.id(), id, change.path(), why))) {
      case Reached.Here<Response> _ -> to("/institution/credentials/" + id);
      case Reached.Refused<Response>(int _, Problem problem) -> refused(id, change, why, problem);
      case Reached.Away<Response> _ -> throw new PageFailure(Failure.AWAY);
    };
  }

  private Response refused(UUID id, Change change, Why why, Problem problem) {
    String note = why.note() == null ? "" : why.note();
    return Response.ok(
            Templates.credential(details(id), new Refused(change, why.reason(), note, problem)))
        .build();
  }

  private Details details(UUID id) {
    return Reach.ask(ISSUER, () -> issued.details(own.id(), id)).orFailure();
  }

  private static String pageOf(Response issued) {
    String location = issued.getHeaderString("Location");
    return "/institution/credentials/" + location.substring(location.lastIndexOf('/') + 1);
  }

  private static Response to(String page) {
    return Response.seeOther(URI.create(page)).build();
  }
}
