package org.mikromerit.issuer.status;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether the signed lists are renewed in time; once one is stale, verifiers no longer know whether
 * its credentials stand. The same figure is a metric.
 */
@Wellness
@ApplicationScoped
class ListsAreFresh implements HealthCheck {
  private static final int ALARM_AT_FRACTION = 4;

  private final StatusLists lists;
  private final StatusConfig config;
  private final InstantSource clock;

  ListsAreFresh(StatusLists lists, StatusConfig config, InstantSource clock) {
    this.lists = lists;
    this.config = config;
    this.clock = clock;
  }

  void measure(@Observes StartupEvent event, MeterRegistry metrics) {
    metrics.gauge("mikromerit.status.lists.valid.seconds", this, ListsAreFresh::secondsLeft);
  }

  @Override
  public HealthCheckResponse call() {
    double left = secondsLeft();
    double least = config.validity().dividedBy(ALARM_AT_FRACTION).toSeconds();
    return HealthCheckResponse.named("status-lists")
        .withData("validForSeconds", Double.toString(left))
        .status(left >= least)
        .build();
  }

  /** Until the first list goes stale; what cannot be read is not a number, which is not well. */
  private double secondsLeft() {
    try {
      return lists
          .soonestEnd()
          .map(end -> Duration.between(clock.instant(), end))
          .orElse(config.validity())
          .toSeconds();
    } catch (RuntimeException e) {
      return Double.NaN;
    }
  }
}
