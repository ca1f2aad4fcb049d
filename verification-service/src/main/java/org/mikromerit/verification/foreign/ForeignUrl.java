package org.mikromerit.verification.foreign;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address that may be called, as far as can be told before its name is looked up: https, a port
 * that is allowed, and a full name of a host. An address in figures, in whichever spelling, is no
 * name.
 *
 * @param host in lower case
 */
record ForeignUrl(URI uri, String host, int port) {
  private static final int LONGEST = 2_000;
  private static final int HTTPS = 443;
  private static final int LONGEST_HOST = 253;
  private static final Pattern NAME =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

  // Names that never are somebody's on the internet (RFC 6761, RFC 8375 and customary ones).
  private static final Set<String> NEVER_PUBLIC =
      Set.of(
          "alt",
          "arpa",
          "corp",
          "example",
          "home",
          "internal",
          "intranet",
          "invalid",
          "lan",
          "local",
          "localdomain",
          "localhost",
          "onion",
          "private",
          "test");

  /** The address, if it may be called. */
  static Optional<ForeignUrl> of(URI uri, Set<Integer> ports) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    int port = uri.getPort() < 0 ? HTTPS : uri.getPort();
    boolean sound =
        uri.toString().length() <= LONGEST
            && "https".equalsIgnoreCase(uri.getScheme())
            && uri.toASCIIString().equals(uri.toString())
            && uri.getRawUserInfo() == null
            && uri.getRawFragment() == null
            && host.length() <= LONGEST_HOST
            && NAME.matcher(host).matches()
            && !NEVER_PUBLIC.contains(host.substring(host.lastIndexOf('.') + 1))
            && ports.contains(port);
    return sound ? Optional.of(new ForeignUrl(uri, host, port)) : Optional.empty();
  }

  /** Where a redirect from here leads, which nothing is known of yet. */
  Optional<URI> redirectedTo(String location) {
    try {
      return Optional.of(uri.resolve(new URI(location)));
    } catch (URISyntaxException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Path and query, as they are asked for. */
  String target() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
