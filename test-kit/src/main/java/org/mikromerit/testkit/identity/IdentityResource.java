package org.mikromerit.testkit.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a Quarkus test an identity provider whose tokens {@link Tokens} makes; with {@code
 * away=true} one that nothing answers for.
 */
public final class IdentityResource implements QuarkusTestResourceLifecycleManager {
  /** A port that is reserved and that nothing listens on. */
  private static final String NOBODY = "http://localhost:1/realms/mikromerit";

  private boolean away;

  @Override
  public void init(Map<String, String> arguments) {
    away = Boolean.parseBoolean(arguments.getOrDefault("away", "false"));
  }

  @Override
  public Map<String, String> start() {
    return Map.of("mikromerit.oidc", away ? NOBODY : IdentityServer.current().issuer());
  }

  @Override
  public void stop() {
    // One server for the whole JVM, which ends with it.
  }
}
