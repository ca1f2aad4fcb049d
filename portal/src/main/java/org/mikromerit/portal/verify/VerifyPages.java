package org.mikromerit.portal.verify;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.PublicAddress;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.reach.Reached;
import org.mikromerit.portal.verify.Verification.IdQuestion;

/** Home, with verifying in its middle, and the verdict. */
@Path("/")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class VerifyPages {
  private static final Pattern SHARE = Pattern.compile("/s/[A-Za-z0-9_-]{32}");

  private static final int TOO_LARGE = 413;

  private final Verification verification;
  private final PublicAddress here;

  VerifyPages(@RestClient Verification verification, PublicAddress here) {
    this.verification = verification;
    this.here = here;
  }

  @CheckedTemplate(basePath = "verify")
  static class Templates {
    private Templates() {}

    static native TemplateInstance home(@Nullable Refusal refusal, String given);

    static native TemplateInstance verdict(Verdict verdict);
  }

  @GET
  public TemplateInstance home() {
    return Templates.home(null, "");
  }

  @POST
  @Path("verify")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response verify(
      @RestForm @Nullable String text,
      @RestForm @Nullable FileUpload file,
      @RestForm boolean askIssuer,
      @Context UriInfo uri)
      throws IOException {
    String pasted = text == null ? "" : text;
    Given given = file != null && file.size() > 0 ? given(file) : Given.of(pasted);
    return given instanceof Given.Link(URI address) && isShare(address, here.base(uri))
        ? Response.seeOther(here.of(uri, address.getPath())).build()
        : Response.ok(answer(given, pasted, askIssuer)).build();
  }

  private static Given given(FileUpload file) throws IOException {
    byte[] bytes = Files.readAllBytes(file.uploadedFile());
    return QrPicture.is(bytes)
        ? QrPicture.read(bytes).map(Given::of).orElseGet(Given.NoCode::new)
        : Given.of(new String(bytes, StandardCharsets.UTF_8));
  }

  /** A learner's link, which is shown here. */
  private static boolean isShare(URI address, URI here) {
    return here.getAuthority().equalsIgnoreCase(address.getAuthority())
        && address.getPath() != null
        && SHARE.matcher(address.getPath()).matches();
  }

  private TemplateInstance answer(Given given, String pasted, boolean askIssuer) {
    return switch (given) {
      case Given.Document(String type, String document) ->
          answer(
              Reach.ask("verification", () -> verification.verify(type, askIssuer, null, document)),
              pasted);
      case Given.Id(String urn) ->
          answer(
              Reach.ask("verification", () -> verification.verifyId(new IdQuestion(urn), null)),
              pasted);
      case Given.Link _ -> Templates.home(Refusal.LINK, pasted);
      case Given.NoCode _ -> Templates.home(Refusal.CODE, pasted);
      case Given.Nothing _ -> Templates.home(Refusal.NOTHING, "");
      case Given.TooLarge _ -> Templates.home(Refusal.LARGE, "");
      case Given.Unreadable _ -> Templates.home(Refusal.UNREADABLE, pasted);
    };
  }

  private static TemplateInstance answer(Reached<Verdict> verdict, String pasted) {
    return switch (verdict) {
      case Reached.Here<Verdict>(Verdict value) -> Templates.verdict(value);
      case Reached.Refused<Verdict>(int status, Reached.Problem _) ->
          Templates.home(status == TOO_LARGE ? Refusal.LARGE : Refusal.UNREADABLE, pasted);
      case Reached.Away<Verdict> _ -> Templates.home(Refusal.AWAY, pasted);
    };
  }
}
