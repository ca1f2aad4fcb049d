package org.mikromerit.portal.session;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.mikromerit.portal.page.Visitor;

/** Signing in; to sign out is the extension's own path. */
@Path("/sign-in")
@Authenticated
@RunOnVirtualThread
class SessionPages {
  private final Visitor visitor;

  SessionPages(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Whoever comes back from the identity provider goes to the pages of their role. */
  @GET
  public Response signedIn() {
    return Response.seeOther(URI.create(Home.of(visitor).path())).build();
  }
}
