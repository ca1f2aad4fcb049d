package org.mikromerit.portal.share;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.PublicAddress;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;
import org.mikromerit.portal.share.ShareForm.Trouble;
import org.mikromerit.portal.share.Sharing.Choices;
import org.mikromerit.portal.share.Sharing.Disclosure;
import org.mikromerit.portal.share.Sharing.Share;
import org.mikromerit.portal.share.Sharing.Shared;

/** A learner makes links to what they hold, sees who looked, and takes links back. */
@Path("/learner/shares")
@RolesAllowed("learner")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SharePages {
  private static final String REGISTRY = "registry";
  private static final int ROWS = 25;
  private static final int MOST_CREDENTIALS = 20;

  /** Where the first page begins: an empty parameter is taken for none. */
  private static final String FIRST = "first";

  private static final int CONFLICT = 409;

  private final Sharing sharing;
  private final JudgeDocuments judgeDocuments;
  private final PublicAddress address;
  private final InstantSource clock = InstantSource.system();

  SharePages(@RestClient Sharing sharing, JudgeDocuments judgeDocuments, PublicAddress address) {
    this.sharing = sharing;
    this.judgeDocuments = judgeDocuments;
    this.address = address;
  }

  @CheckedTemplate(basePath = "share")
  static class Templates {
    private Templates() {}

    static native TemplateInstance shares(Reached<Paged<Share>> shares);

    static native TemplateInstance choose(Choosing choosing);

    static native TemplateInstance form(ShareForm form, List<Judged> preview);

    static native TemplateInstance share(Share share, String link, Qr qr);

    static native TemplateInstance disclosures(Reached<Paged<Disclosure>> disclosures);
  }

  @GET
  public TemplateInstance list(@QueryParam("after") @Nullable String after) {
    return Templates.shares(Reach.ask(REGISTRY, () -> sharing.page(after, ROWS)).unlessRefused());
  }

  /**
   * What to share, page by page, until somebody goes on with what they chose.
   *
   * @param chosen whether they chose at all
   * @param after where the page began on which they did
   * @param to where the page begins that they want to see instead of going on, or {@code first}
   */
  @GET
  @Path("/new")
  public TemplateInstance choose(
      @QueryParam("credential") List<UUID> credentials,
      @QueryParam("chosen") boolean chosen,
      @QueryParam("after") @Nullable String after,
      @QueryParam("to") @Nullable String to) {
    List<UUID> each = credentials.stream().distinct().toList();
    boolean many = each.size() > MOST_CREDENTIALS;
    if (to == null && !each.isEmpty() && !many) {
      return Templates.form(ShareForm.fresh(choices(each)), List.of());
    }
    String from = to == null || many ? Objects.requireNonNullElse(after, "") : beginning(to);
    return Templates.choose(
        Choosing.of(
            Reach.ask(REGISTRY, () -> sharing.credentials(from.isEmpty() ? null : from, ROWS))
                .unlessRefused(),
            from,
            each,
            many || (chosen && to == null),
            id -> Reach.ask(REGISTRY, () -> sharing.credential(id)).orFailure()));
  }

  private static String beginning(String to) {
    return to.equals(FIRST) ? "" : to;
  }

  /** Shows what would be seen, or makes the link. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response make(MultivaluedMap<String, String> sent) {
    ShareForm form = ShareForm.of(choices(credentials(sent)), sent);
    Instant now = clock.instant();
    try {
      return "make".equals(sent.getFirst("action")) ? made(form, now) : previewed(form, now);
    } catch (NumberFormatException e) {
      return shown(form.with(Trouble.VIEWS), List.of());
    }
  }

  private Response made(ShareForm form, Instant now) {
    return switch (Reach.ask(REGISTRY, () -> sharing.make(form.order(now)))) {
      case Reached.Here<Share>(Share share) ->
          Response.seeOther(URI.create("/learner/shares/" + share.id())).build();
      case Reached.Refused<Share>(int status, Reached.Problem problem) ->
          shown(form.with(trouble(status, problem)), List.of());
      case Reached.Away<Share> _ -> shown(form.with(Trouble.AWAY), List.of());
    };
  }

  private Response previewed(ShareForm form, Instant now) {
    return switch (Reach.ask(REGISTRY, () -> sharing.preview(form.order(now)))) {
      case Reached.Here<Shared>(Shared shared) ->
          shown(form, judgeDocuments.judge(shared.documents()));
      case Reached.Refused<Shared>(int status, Reached.Problem problem) ->
          shown(form.with(trouble(status, problem)), List.of());
      case Reached.Away<Shared> _ -> shown(form.with(Trouble.AWAY), List.of());
    };
  }

  private static Response shown(ShareForm form, List<Judged> preview) {
    return Response.ok(Templates.form(form, preview))
        .status(form.trouble() == null ? 200 : 422)
        .header("Cache-Control", "no-store")
        .build();
  }

  private static Trouble trouble(int status, Reached.Problem problem) {
    String field = problem.field();
    if (status == CONFLICT && field == null) {
      return Trouble.MANY;
    }
    return switch (field == null ? "" : field) {
      case "/pin" -> Trouble.PIN;
      case "/mostViews" -> Trouble.VIEWS;
      case "/recipient", "/purpose" -> Trouble.WORDS;
      default -> Trouble.OTHER;
    };
  }

  private static List<UUID> credentials(MultivaluedMap<String, String> sent) {
    List<UUID> credentials = new ArrayList<>();
    for (String each : sent.getOrDefault("credential", List.of())) {
      try {
        credentials.add(UUID.fromString(each));
      } catch (IllegalArgumentException e) {
        throw new BadRequestException(e);
      }
    }
    if (credentials.isEmpty() || credentials.size() > MOST_CREDENTIALS) {
      throw new BadRequestException();
    }
    return credentials;
  }

  private List<Choices> choices(List<UUID> credentials) {
    return credentials.stream()
        .distinct()
        .map(id -> Reach.ask(REGISTRY, () -> sharing.choices(id)).orFailure())
        .toList();
  }

  @GET
  @Path("/{id}")
  public Response share(@PathParam("id") UUID id, @Context UriInfo uri) {
    Share share = Reach.ask(REGISTRY, () -> sharing.read(id)).orFailure();
    String link = address.of(uri, "/s/" + share.token()).toString();
    return Response.ok(Templates.share(share, link, Qr.of(link)))
        .header("Cache-Control", "no-store")
        .build();
  }

  @POST
  @Path("/{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdraw(@PathParam("id") UUID id) {
    Share share = Reach.ask(REGISTRY, () -> sharing.withdraw(id)).orFailure();
    return Response.seeOther(URI.create("/learner/shares/" + share.id())).build();
  }

  @GET
  @Path("/disclosures")
  public TemplateInstance disclosures(@QueryParam("after") @Nullable String after) {
    return Templates.disclosures(
        Reach.ask(REGISTRY, () -> sharing.disclosures(after, ROWS)).unlessRefused());
  }
}
