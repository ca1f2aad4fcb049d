package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.mikromerit.journeys.storm.Fleet;
import org.mikromerit.journeys.storm.Violation;

/** How far a service had read is lost at the broker, and it hears everything once more. */
record RereadAll(String service) implements Fault {

  static Fault any(Random random) {
    return new RereadAll(Fleet.SERVICES.get(random.nextInt(Fleet.SERVICES.size())));
  }

  @Override
  public void strike(Fleet fleet) {
    List<Fleet.Instance> instances = Fleet.instances(service);
    instances.forEach(each -> fleet.process(each).stop());
    forget(fleet);
    instances.forEach(each -> fleet.process(each).launch());
    instances.forEach(fleet::revive);
  }

  /** Goes on until the broker is there and has seen that nobody reads. */
  private void forget(Fleet fleet) {
    for (int tries = 0; ; tries++) {
      try (Admin admin = fleet.stack().kafka().admin()) {
        admin.deleteConsumerGroups(List.of(service)).all().get();
        return;
      } catch (ExecutionException e) {
        if (tries == 100) {
          throw new Violation("the broker does not forget " + service + ": " + e.getCause());
        }
        Fault.last(Duration.ofSeconds(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
