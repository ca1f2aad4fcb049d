package org.mikromerit.portal.session;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextDecorator;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;
import org.mikromerit.portal.page.PublicAddress;

/**
 * People sign in, come back and sign out at the portal's public address: the extension would take
 * scheme and name from the request, which is the proxy's, not the browser's. By the scheme its
 * cookies are {@code Secure}.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SignInAtPublicAddress implements HttpAuthenticationMechanism {
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final OidcAuthenticationMechanism oidc;
  private final PublicAddress address;

  SignInAtPublicAddress(OidcAuthenticationMechanism oidc, PublicAddress address) {
    this.oidc = oidc;
    this.address = address;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    return oidc.authenticate(seenFromOutside(context), identities);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return READING.contains(context.request().method())
        ? oidc.getChallenge(seenFromOutside(context))
        : Uni.createFrom().item(ended(context));
  }

  /**
   * What is sent after the session's end does not go on to the identity provider: a form of ours
   * may lead nowhere else (form-action), and nobody would send it again from there.
   */
  private static ChallengeData ended(RoutingContext context) {
    return context.request().getHeader("HX-Request") == null
        ? new ChallengeData(303, HttpHeaders.LOCATION, SessionPages.ENDED)
        : new ChallengeData(204, "HX-Redirect", SessionPages.ENDED);
  }

  private RoutingContext seenFromOutside(RoutingContext context) {
    return address
        .known()
        .<RoutingContext>map(base -> new FromOutside((RoutingContextInternal) context, base))
        .orElse(context);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return oidc.getCredentialTransport(context);
  }

  @Override
  public int getPriority() {
    return oidc.getPriority();
  }

  private static final class FromOutside extends RoutingContextDecorator {
    private final HttpServerRequest request;

    FromOutside(RoutingContextInternal context, URI base) {
      super(context.currentRoute(), context);
      this.request = new PublicRequest((HttpServerRequestInternal) context.request(), base);
    }

    @Override
    public HttpServerRequest request() {
      return request;
    }
  }

  private static final class PublicRequest extends HttpServerRequestWrapper {
    private final URI base;

    PublicRequest(HttpServerRequestInternal request, URI base) {
      super(request);
      this.base = base;
    }

    @Override
    public String scheme() {
      return base.getScheme();
    }

    @Override
    public boolean isSSL() {
      return base.getScheme().equals("https");
    }

    @Override
    public HostAndPort authority() {
      return HostAndPort.create(base.getHost(), base.getPort());
    }

    @Override
    public String absoluteURI() {
      String asked = query() == null ? path() : path() + "?" + query();
      return base.getScheme() + "://" + base.getRawAuthority() + asked;
    }
  }
}
