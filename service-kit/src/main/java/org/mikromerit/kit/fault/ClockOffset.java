package org.mikromerit.kit.fault;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Lets a test have this process believe in another time than its neighbours: {@code
 * mikromerit.clock-offset} is what its clock is ahead by, negative if it is behind; set for a test
 * alone. What others' libraries ask the system for, such as whether a token is still good, is not
 * moved.
 */
@ApplicationScoped
public class ClockOffset {
  private static final Logger LOG = Logger.getLogger(ClockOffset.class);

  private final Duration offset;
  private final boolean allowed;

  @Inject
  ClockOffset(
      @ConfigProperty(name = "mikromerit.clock-offset", defaultValue = "PT0S") Duration offset,
      @ConfigProperty(name = "mikromerit.fault-points-allowed", defaultValue = "false")
          boolean allowed) {
    this(offset, allowed, LaunchMode.current());
  }

  ClockOffset(Duration offset, boolean allowed, LaunchMode mode) {
    this.offset = offset;
    this.allowed = allowed || mode != LaunchMode.NORMAL;
  }

  void refuse(@Observes @Priority(1) StartupEvent event) {
    refuse();
  }

  /**
   * Keeps a test's setting out of production.
   *
   * @throws IllegalStateException if the clock is to be wrong where that is not allowed
   */
  void refuse() {
    if (offset.isZero()) {
      return;
    }
    if (!allowed) {
      throw new IllegalStateException(
          "mikromerit.clock-offset is set, which gives this process a wrong time on purpose; remove"
              + " it, or set mikromerit.fault-points-allowed=true where that is wanted.");
    }
    LOG.warnf("clock moved by=%s", offset);
  }

  /** Zero unless a test wants it otherwise. */
  public Duration offset() {
    return offset;
  }
}
