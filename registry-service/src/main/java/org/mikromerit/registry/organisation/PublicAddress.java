package org.mikromerit.registry.organisation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the world finds this registry. */
@ConfigMapping(prefix = "mikromerit.public")
public interface PublicAddress {

  /**
   * The public base URL, {@code MIKROMERIT_PUBLIC_URL}. Organisations' DIDs are made from it when
   * they apply; the default serves one developer's machine and nothing else.
   */
  @WithDefault("http://localhost:8082")
  URI url();
}
