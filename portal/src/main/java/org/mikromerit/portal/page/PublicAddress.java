package org.mikromerit.portal.page;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where the world finds the portal. The proxy that speaks TLS before it may call it by any other
 * name, and whatever headers tell of that is believed of nobody.
 */
@ApplicationScoped
public class PublicAddress {
  private static final Set<String> WEB = Set.of("http", "https");

  /** What never leaves the machine; browsers too take plain http for safe there. */
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Optional<URI> base;

  @Inject
  PublicAddress(@ConfigProperty(name = "mikromerit.portal.url") Optional<String> url) {
    this(url, LaunchMode.current() == LaunchMode.NORMAL);
  }

  /**
   * @throws IllegalStateException in production, if it is not set or would be reached without TLS
   * @throws IllegalArgumentException if it is more than scheme, host and port
   */
  PublicAddress(Optional<String> url, boolean inProduction) {
    base = url.map(PublicAddress::read);
    if (inProduction && base.isEmpty()) {
      throw new IllegalStateException(
          "mikromerit.portal.url is not set: where the world finds the portal, such as"
              + " https://mikromerit.example; links that are shared and signing in need it.");
    }
    if (inProduction && !base.filter(PublicAddress::isSafe).isPresent()) {
      throw new IllegalStateException(
          "mikromerit.portal.url is not https: sessions and what learners share would cross the"
              + " net in the clear. Only localhost may do without.");
    }
  }

  /** Tells a wrong setting before anybody is served. */
  void whenStarting(@Observes @Priority(1) StartupEvent event) {}

  private static URI read(String written) {
    try {
      URI url = new URI(written.strip());
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      if (WEB.contains(scheme)
          && url.getHost() != null
          && url.getUserInfo() == null
          && Set.of("", "/").contains(url.getRawPath())
          && url.getRawQuery() == null
          && url.getRawFragment() == null) {
        // As browsers write it.
        int port = url.getPort() == (scheme.equals("https") ? 443 : 80) ? -1 : url.getPort();
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return new URI(scheme, null, host, port, "/", null, null);
      }
    } catch (URISyntaxException e) {
      throw wrong(e);
    }
    throw wrong(null);
  }

  private static IllegalArgumentException wrong(@Nullable Throwable cause) {
    return new IllegalArgumentException(
        "mikromerit.portal.url is scheme, host and port alone, such as https://mikromerit.example",
        cause);
  }

  private static boolean isSafe(URI url) {
    return url.getScheme().equals("https") || LOOPBACK.contains(url.getHost());
  }

  /** As it is set, with a slash at its end; empty on a developer's machine and in tests alone. */
  public Optional<URI> known() {
    return base;
  }

  /** As it is set, else as this very request calls the portal; with a slash at its end. */
  public URI base(UriInfo request) {
    return base.orElseGet(request::getBaseUri);
  }

  /** The address of one of its pages in the world. */
  public URI of(UriInfo request, String path) {
    return URI.create(base(request).toString().replaceFirst("/$", "") + path);
  }

  /** Whether a page there goes over TLS. */
  public boolean isHttps(UriInfo request) {
    return "https".equals(base(request).getScheme());
  }
}
