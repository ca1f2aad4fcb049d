package org.mikromerit.issuer.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidWeb;

/** Where the organisations' public names live, which every signed document repeats. */
@ApplicationScoped
public class PublicAddress {
  private static final Set<String> WEB = Set.of("http", "https");

  private final URI base;

  PublicAddress(@ConfigProperty(name = "mikromerit.public-url") URI base) {
    if (!WEB.contains(String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT))
        || base.getHost() == null
        || !Set.of("", "/").contains(base.getPath())
        || base.getQuery() != null
        || base.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "mikromerit.public-url is scheme, host and port alone, such as https://mikromerit.example");
    }
    this.base = URI.create(base.getScheme() + "://" + base.getAuthority());
  }

  /** Scheme, host and port, without a slash at the end. */
  public URI base() {
    return base;
  }

  /** The organisation's name in documents. */
  public Did didOf(UUID organisation) {
    return DidWeb.of(base, "organisations", organisation.toString());
  }

  /** Where a status list is served. */
  public URI statusList(UUID list) {
    return URI.create(base + "/status-lists/" + list);
  }

  /** Where the same list is served as a Token Status List. */
  public URI tokenStatusList(UUID list) {
    return URI.create(base + "/token-status-lists/" + list);
  }
}
