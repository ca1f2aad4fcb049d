package org.mikromerit.portal.session;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.mikromerit.portal.page.Failure;
import org.mikromerit.portal.page.FailurePage;
import org.mikromerit.portal.page.Visitor;

/** Signing in, and where one comes back to; {@code /sign-out} itself is the extension's. */
@Path("/")
@RunOnVirtualThread
class SessionPages {
  static final String ENDED = "/session-ended";

  private final Visitor visitor;

  SessionPages(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Whoever comes back from the identity provider goes to the pages of their role. */
  @GET
  @Path("sign-in")
  @Authenticated
  public Response signedIn() {
    return to(Home.of(visitor));
  }

  /** Back from the identity provider, with parameters that are nobody's business. */
  @GET
  @Path("signed-out")
  @PermitAll
  public Response signedOut() {
    return to(Home.ANYBODY);
  }

  /** For whoever sent a form after their session had ended. */
  @GET
  @Path(ENDED)
  @PermitAll
  public Response ended() {
    return FailurePage.of(Failure.SIGNED_OUT);
  }

  private static Response to(Home home) {
    return Response.seeOther(URI.create(home.path())).build();
  }
}
