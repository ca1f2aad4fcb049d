package org.mikromerit.portal;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Nobody answers the portal: what it then still does is its own. */
public final class Away implements QuarkusTestResourceLifecycleManager {
  // The port that is reserved for nobody.
  private static final String NOBODY = "http://localhost:9";

  @Override
  public Map<String, String> start() {
    return Map.of(
        "mikromerit.issuer.url", NOBODY,
        "mikromerit.registry.url", NOBODY,
        "mikromerit.verification.url", NOBODY,
        "mikromerit.stacking.url", NOBODY,
        "mikromerit.oidc", NOBODY + "/realms/mikromerit");
  }

  @Override
  public void stop() {}
}
