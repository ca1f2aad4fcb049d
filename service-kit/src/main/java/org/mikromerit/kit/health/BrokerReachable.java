package org.mikromerit.kit.health;

import io.smallrye.health.api.Wellness;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.mikromerit.kit.kafka.KafkaAccess;

/**
 * Whether the broker answers: without it events wait, and nothing else fails, so this is no matter
 * of readiness.
 */
@Wellness
@ApplicationScoped
class BrokerReachable implements HealthCheck {
  private static final int PATIENCE_MS = 2_000;

  private final Admin admin;

  BrokerReachable(KafkaAccess broker) {
    admin =
        Admin.create(
            broker.with(
                Map.of(
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS)));
  }

  @PreDestroy
  void close() {
    admin.close(Duration.ZERO);
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("broker");
    try {
      int nodes = admin.describeCluster().nodes().get(PATIENCE_MS, TimeUnit.MILLISECONDS).size();
      return response.up().withData("nodes", nodes).build();
    } catch (ExecutionException | TimeoutException e) {
      return response.down().build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return response.down().build();
    }
  }
}
