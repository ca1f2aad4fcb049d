package org.mikromerit.kit.fault;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Lets a test kill this process at a named place, as a power cut would: nothing is flushed, no hook
 * runs. {@code mikromerit.fault-point} names the place, {@code name} or {@code name:pass}; one is
 * set for a test alone.
 */
@ApplicationScoped
public class FaultPoints {
  private static final Logger LOG = Logger.getLogger(FaultPoints.class);

  /** What the shell reports of a process that was killed with signal 9. */
  private static final int KILLED = 137;

  private final Optional<FaultPoint> chosen;
  private final boolean allowed;
  private final IntConsumer halt;
  private final AtomicLong passes = new AtomicLong();

  @Inject
  FaultPoints(
      @ConfigProperty(name = "mikromerit.fault-point") Optional<String> chosen,
      @ConfigProperty(name = "mikromerit.fault-points-allowed", defaultValue = "false")
          boolean allowed) {
    this(chosen, allowed || LaunchMode.current() != LaunchMode.NORMAL, Runtime.getRuntime()::halt);
  }

  FaultPoints(Optional<String> chosen, boolean allowed, IntConsumer halt) {
    this.chosen = chosen.map(FaultPoint::parse);
    this.allowed = allowed;
    this.halt = halt;
  }

  void refuse(@Observes @Priority(1) StartupEvent event) {
    refuse();
  }

  /**
   * Keeps a test's setting out of production.
   *
   * @throws IllegalStateException if a fault point is set where none is allowed
   */
  void refuse() {
    if (chosen.isEmpty()) {
      return;
    }
    if (!allowed) {
      throw new IllegalStateException(
          "mikromerit.fault-point is set, which kills this process on purpose; remove it, or set"
              + " mikromerit.fault-points-allowed=true where that is wanted.");
    }
    LOG.warnf("fault point set name=%s pass=%d", chosen.get().name(), chosen.get().pass());
  }

  /** Marks a place by its name; does nothing unless this is the pass at which the test wants it. */
  public void here(String name) {
    if (chosen.isPresent()
        && chosen.get().name().equals(name)
        && passes.incrementAndGet() == chosen.get().pass()) {
      halt.accept(KILLED);
    }
  }
}
