package org.mikromerit.portal.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;

/** Gives every log handler the JSON format, before the portal's first own line. */
@ApplicationScoped
class UseJsonLines {
  private final boolean json;
  private final String program;

  /**
   * @param json off where a person reads along
   */
  UseJsonLines(
      @ConfigProperty(name = "mikromerit.log.json", defaultValue = "true") boolean json,
      @ConfigProperty(name = "quarkus.application.name") String program) {
    this.json = json;
    this.program = program;
  }

  void atStart(@Observes @Priority(1) StartupEvent event) {
    if (json) {
      for (Handler handler : Logger.getLogger("").getHandlers()) {
        use(handler);
      }
    }
  }

  private void use(Handler handler) {
    handler.setFormatter(new JsonLines(program));
    if (handler instanceof ExtHandler outer) {
      for (Handler inner : outer.getHandlers()) {
        use(inner);
      }
    }
  }
}
