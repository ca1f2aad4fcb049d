package org.mikromerit.portal.session;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.mikromerit.portal.page.Visitor;

/** Signing in, and where one comes back to; {@code /sign-out} itself is the extension's. */
@Path("/")
@RunOnVirtualThread
class SessionPages {
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

  private static Response to(Home home) {
    return Response.seeOther(URI.create(home.path())).build();
  }
}
