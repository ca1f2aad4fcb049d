package org.mikromerit.portal.institution.batch;

import static java.nio.file.Files.newInputStream;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.institution.FormKey;
import org.mikromerit.portal.institution.OwnOrganisation;
import org.mikromerit.portal.institution.Register;
import org.mikromerit.portal.institution.Text;
import org.mikromerit.portal.institution.batch.Batches.Batch;
import org.mikromerit.portal.institution.batch.Batches.Row;
import org.mikromerit.portal.institution.batch.Batches.RowState;
import org.mikromerit.portal.page.Failure;
import org.mikromerit.portal.page.PageFailure;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;
import org.mikromerit.portal.reach.Reached.Problem;

/** A file is tried, sent and followed; all that is known of it lies with the issuer. */
@Path("/institution/batches")
@RolesAllowed("issuer")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class BatchPages {
  private static final String ISSUER = "issuer";
  private static final int ROWS = 25;
  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final Set<String> WISHES = Set.of("pause", "resume", "cancel");

  private final Batches batches;
  private final Files files;
  private final Issuable issuable;
  private final Register register;
  private final OwnOrganisation own;

  BatchPages(
      @RestClient Batches batches,
      @RestClient Files files,
      @RestClient Issuable issuable,
      @RestClient Register register,
      OwnOrganisation own) {
    this.batches = batches;
    this.files = files;
    this.issuable = issuable;
    this.register = register;
    this.own = own;
  }

  @CheckedTemplate(basePath = "batch")
  static class Templates {
    private Templates() {}

    static native TemplateInstance list(Reached<Paged<Batch>> batches);

    static native TemplateInstance choose(
        Reached<Paged<Issuable.Definition>> definitions, Reached<Paged<Issuable.Right>> rights);

    static native TemplateInstance send(
        Chosen chosen, @Nullable Text title, String key, @Nullable Problem problem);

    static native TemplateInstance batch(
        Batch batch, Chosen chosen, Reached<Paged<Row>> refused, @Nullable Problem problem);
  }

  @GET
  public TemplateInstance list(@QueryParam("after") @Nullable String after) {
    return Templates.list(
        Reach.ask(ISSUER, () -> batches.page(own.id(), true, after, ROWS)).unlessRefused());
  }

  /** What the file is to be about. */
  @GET
  @Path("/choose")
  public TemplateInstance choose(
      @QueryParam("after") @Nullable String after, @QueryParam("held") @Nullable String held) {
    UUID organisation = own.id();
    return Templates.choose(
        Reach.ask(ISSUER, () -> issuable.definitions(organisation, after, ROWS)).unlessRefused(),
        Reach.ask(ISSUER, () -> issuable.rights(organisation, held, ROWS)).unlessRefused());
  }

  @GET
  @Path("/new")
  public TemplateInstance send(
      @QueryParam("definition") @Nullable UUID definition,
      @QueryParam("version") @Nullable Integer version) {
    return form(new Chosen(definition, version), FormKey.fresh(), null);
  }

  private TemplateInstance form(Chosen chosen, String key, @Nullable Problem problem) {
    return Templates.send(chosen, title(chosen), key, problem);
  }

  /** What the register calls it; null where it says nothing, and the id has to do. */
  private @Nullable Text title(Chosen chosen) {
    UUID definition = chosen.definition();
    Integer version = chosen.version();
    if (definition == null || version == null) {
      return null;
    }
    return Reach.ask("registry", () -> register.definition(definition, version))
            instanceof Reached.Here<Register.Definition>(Register.Definition named)
        ? named.title()
        : null;
  }

  @GET
  @Path("/template")
  @Produces(CSV)
  public Response template(
      @QueryParam("definition") @Nullable UUID definition,
      @QueryParam("version") @Nullable Integer version) {
    return attached(
        Reach.ask(ISSUER, () -> batches.template(definition, version)), "mikromerit.csv");
  }

  /**
   * Sends a file to be tried, or to be issued.
   *
   * @param key of the form, so that a form that is sent twice is one batch
   * @param act issue, or anything else for a trial
   */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response create(
      @RestForm @Nullable UUID definition,
      @RestForm @Nullable Integer version,
      @RestForm @Nullable String key,
      @RestForm @Nullable String act,
      @RestForm @Nullable FileUpload file)
      throws IOException {
    var chosen = new Chosen(definition, version);
    String form = FormKey.of(key);
    if (file == null || file.size() == 0) {
      return Response.ok(form(chosen, form, noFile())).build();
    }
    boolean trial = !"issue".equals(act);
    return switch (send(chosen, form, trial, file)) {
      case Reached.Here<Batch>(Batch batch) ->
          to("/institution/batches/" + batch.id() + chosen.query());
      // With another key, since the file will be another.
      case Reached.Refused<Batch>(int _, Problem problem) ->
          Response.ok(form(chosen, FormKey.fresh(), problem)).build();
      case Reached.Away<Batch> _ -> throw new PageFailure(Failure.AWAY);
    };
  }

  private Reached<Batch> send(Chosen chosen, String form, boolean trial, FileUpload file)
      throws IOException {
    UUID organisation = own.id();
    String key = form + (trial ? "-trial-" : "-issue-") + digest(file);
    try (InputStream content = newInputStream(file.uploadedFile())) {
      return Reach.ask(
          ISSUER,
          () ->
              files.send(
                  organisation,
                  type(file),
                  key,
                  trial,
                  chosen.definition(),
                  chosen.version(),
                  content));
    }
  }

  /**
   * What of a key stands for the file, so that another file from the same form is another batch.
   */
  private static String digest(FileUpload file) throws IOException {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      try (var content = new DigestInputStream(newInputStream(file.uploadedFile()), sha256)) {
        content.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(sha256.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }

  /** By the name: what browsers say of a CSV depends on which programs are installed. */
  private static String type(FileUpload file) {
    return file.fileName().toLowerCase(Locale.ROOT).endsWith(".xlsx") ? XLSX : CSV;
  }

  private static Problem noFile() {
    return new Problem("no-file", null, null, null);
  }

  @GET
  @Path("/{id}")
  public TemplateInstance batch(
      @PathParam("id") UUID id,
      @QueryParam("definition") @Nullable UUID definition,
      @QueryParam("version") @Nullable Integer version,
      @QueryParam("after") @Nullable String after) {
    return page(id, new Chosen(definition, version), after, null);
  }

  private TemplateInstance page(
      UUID id, Chosen chosen, @Nullable String after, @Nullable Problem problem) {
    UUID organisation = own.id();
    return Templates.batch(
        Reach.ask(ISSUER, () -> batches.batch(organisation, id)).orFailure(),
        chosen,
        Reach.ask(ISSUER, () -> batches.rows(organisation, id, RowState.REFUSED, after, ROWS))
            .unlessRefused(),
        problem);
  }

  @GET
  @Path("/{id}/result")
  @Produces(CSV)
  public Response result(@PathParam("id") UUID id) {
    return attached(
        Reach.ask(ISSUER, () -> batches.result(own.id(), id)), "mikromerit-" + id + ".csv");
  }

  @POST
  @Path("/{id}/{wish}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response steer(@PathParam("id") UUID id, @PathParam("wish") String wish) {
    if (!WISHES.contains(wish)) {
      throw new NotFoundException();
    }
    return switch (Reach.ask(ISSUER, () -> batches.steer(own.id(), id, wish))) {
      case Reached.Here<Batch> _ -> to("/institution/batches/" + id);
      case Reached.Refused<Batch>(int _, Problem problem) ->
          Response.ok(page(id, new Chosen(null, null), null, problem)).build();
      case Reached.Away<Batch> _ -> throw new PageFailure(Failure.AWAY);
    };
  }

  private static Response attached(Reached<Response> answer, String name) {
    return Response.ok(answer.orFailure().readEntity(byte[].class), CSV + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static Response to(String page) {
    return Response.seeOther(URI.create(page)).build();
  }
}
