package org.mikromerit.kit.log;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;

/** Gives every log handler the JSON format, before the service's first own line. */
@ApplicationScoped
class UseJsonLines {
  /** How logs look. */
  @ConfigMapping(prefix = "mikromerit.log")
  interface Config {
    /** Off where a person reads along. */
    @WithDefault("true")
    boolean json();
  }

  private final Config config;
  private final String service;

  UseJsonLines(Config config, @ConfigProperty(name = "quarkus.application.name") String service) {
    this.config = config;
    this.service = service;
  }

  void atStart(@Observes @Priority(1) StartupEvent event) {
    if (config.json()) {
      for (Handler handler : Logger.getLogger("").getHandlers()) {
        use(handler);
      }
    }
  }

  private void use(Handler handler) {
    handler.setFormatter(new JsonLines(service));
    if (handler instanceof ExtHandler outer) {
      for (Handler inner : outer.getHandlers()) {
        use(inner);
      }
    }
  }
}
