package org.mikromerit.credential.did;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * DIDs that name a place on the web (did:web).
 *
 * <p>The method means https. A port is written {@code %3A8082}. Nothing here fetches anything.
 */
public final class DidWeb {

  // The last label begins with a letter: an address in figures is no name, says did:web.
  private static final Pattern HOST =
      Pattern.compile("(?i)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(" + HOST.pattern() + ")(?:%3[Aa]([1-9][0-9]{0,4}))?");
  // No percent sign: an encoded slash or dot would lead elsewhere than it seems.
  private static final Pattern SEGMENT = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]+");
  private static final int LARGEST_PORT = 65_535;

  private DidWeb() {}

  /**
   * The DID of a place below a public address.
   *
   * @param base scheme, host and port only matter
   * @throws IllegalArgumentException if host, port or a path segment cannot be part of a did:web
   */
  public static Did of(URI base, String... path) {
    String host = base.getHost();
    if (host == null || !HOST.matcher(host).matches()) {
      throw new IllegalArgumentException("no host for a did:web");
    }
    StringBuilder did = new StringBuilder("did:web:").append(host.toLowerCase(Locale.ROOT));
    if (base.getPort() >= 0) {
      did.append("%3A").append(base.getPort());
    }
    for (String segment : path) {
      if (!SEGMENT.matcher(segment).matches()) {
        throw new IllegalArgumentException("not a path segment of a did:web");
      }
      did.append(':').append(segment);
    }
    return new Did(did.toString());
  }

  /** Where the DID document is published; empty if this is not a sound did:web. */
  public static Optional<URI> documentUrl(Did did) {
    if (!did.method().equals("web")) {
      return Optional.empty();
    }
    List<String> parts = List.of(did.methodSpecificId().split(":", -1));
    var authority = HOST_AND_PORT.matcher(parts.getFirst());
    List<String> path = parts.subList(1, parts.size());
    if (!authority.matches()
        || !path.stream().allMatch(segment -> SEGMENT.matcher(segment).matches())) {
      return Optional.empty();
    }
    String port = authority.group(2);
    if (port != null && Integer.parseInt(port) > LARGEST_PORT) {
      return Optional.empty();
    }
    String place = path.isEmpty() ? "/.well-known" : "/" + String.join("/", path);
    return Optional.of(
        URI.create(
            "https://"
                + authority.group(1)
                + (port == null ? "" : ":" + port)
                + place
                + "/did.json"));
  }
}
