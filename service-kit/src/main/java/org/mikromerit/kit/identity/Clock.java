package org.mikromerit.kit.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.time.InstantSource;
import org.mikromerit.kit.fault.ClockOffset;

/** The one clock of a service. */
class Clock {
  /**
   * The system's time in microseconds, which is what PostgreSQL keeps: what is read back equals
   * what was written.
   */
  @Produces
  @ApplicationScoped
  InstantSource clock(ClockOffset moved) {
    var system = java.time.Clock.tick(java.time.Clock.systemUTC(), Duration.ofNanos(1_000));
    return java.time.Clock.offset(system, moved.offset());
  }
}
