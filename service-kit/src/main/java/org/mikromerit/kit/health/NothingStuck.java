package org.mikromerit.kit.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.mikromerit.kit.operator.OperatorViews;
import org.mikromerit.kit.outbox.OutboxRelay;

/**
 * Whether events flow: none waits long for the broker, none is parked. The same figures are
 * metrics.
 */
@Wellness
@ApplicationScoped
class NothingStuck implements HealthCheck {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final OperatorViews views;
  private final OutboxRelay relay;
  private final InstantSource clock;

  NothingStuck(OperatorViews views, OutboxRelay relay, InstantSource clock) {
    this.views = views;
    this.relay = relay;
    this.clock = clock;
  }

  void measure(@Observes StartupEvent event, MeterRegistry metrics) {
    metrics.gauge("mikromerit.outbox.waiting", this, s -> s.read(() -> s.views.outbox().waiting()));
    metrics.gauge("mikromerit.outbox.age.seconds", this, s -> s.read(s::outboxAge));
    metrics.gauge("mikromerit.parked", this, s -> s.read(() -> s.views.parked(0, 1_000).size()));
    metrics.gauge("mikromerit.outbox.leading", relay, r -> r.leading() ? 1 : 0);
  }

  @Override
  public HealthCheckResponse call() {
    double age = read(this::outboxAge);
    double parked = read(() -> views.parked(0, 1).size());
    return HealthCheckResponse.named("events")
        .withData("outboxAgeSeconds", Double.toString(age))
        .withData("parked", parked > 0)
        .status(age <= LONG.toSeconds() && parked == 0)
        .build();
  }

  private double outboxAge() {
    var oldest = views.outbox().oldest();
    return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
  }

  /** What cannot be read is not a number, which is neither well nor a figure. */
  private double read(Callable<? extends Number> figure) {
    try {
      return figure.call().doubleValue();
    } catch (Exception e) {
      return Double.NaN;
    }
  }
}
