package org.mikromerit.portal.session;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sessions are sealed under a key that every replica has and that outlasts a restart. */
@ApplicationScoped
class RequireSessionKey {
  private static final int SHORTEST = 32;

  private final Optional<String> key;
  private final boolean inProduction;

  @Inject
  RequireSessionKey(@ConfigProperty(name = "mikromerit.session-key") Optional<String> key) {
    this(key, LaunchMode.current() == LaunchMode.NORMAL);
  }

  RequireSessionKey(Optional<String> key, boolean inProduction) {
    this.key = key;
    this.inProduction = inProduction;
  }

  void whenStarting(@Observes @Priority(1) StartupEvent event) {
    require();
  }

  /**
   * @throws IllegalStateException in production, if there is none or it is too short
   */
  void require() {
    if (inProduction && key.filter(each -> each.length() >= SHORTEST).isEmpty()) {
      throw new IllegalStateException(
          "mikromerit.session-key is not set, or has less than 32 characters: without it who"
              + " signed in at one replica, or before a restart, is nobody at the next.");
    }
  }
}
