package org.mikromerit.kit.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.fault.FaultPoints;
import org.mikromerit.kit.kafka.KafkaAccess;
import org.mikromerit.kit.projection.Rewinds;

/**
 * Reads the other services' events and has them applied. The broker's offsets are moved after the
 * transaction; what is read again after a crash is recognised by the inbox.
 */
@ApplicationScoped
public class EventLoop {
  private static final Logger LOG = Logger.getLogger(EventLoop.class);

  /** Bytes for which the broker waits no longer: a batch of events without bodies. */
  private static final int FETCHED_TOGETHER = 131_072;

  private final ApplyEvents apply;
  private final InboxConfig config;
  private final KafkaAccess broker;
  private final FaultPoints faults;
  private final Rewinds rewinds;
  private volatile boolean running;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
  private volatile @Nullable Thread thread;

  EventLoop(
      ApplyEvents apply,
      InboxConfig config,
      KafkaAccess broker,
      FaultPoints faults,
      Rewinds rewinds) {
    this.apply = apply;
    this.config = config;
    this.broker = broker;
    this.faults = faults;
    this.rewinds = rewinds;
  }

  void start(@Observes @Priority(2_100) StartupEvent event) {
    if (config.enabled() && !apply.topics().isEmpty()) {
      running = true;
      thread = Thread.ofVirtual().name("events").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    KafkaConsumer<String, byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    Thread loop = thread;
    if (loop != null) {
      try {
        loop.join(Duration.ofSeconds(15));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    while (running) {
      try (var fresh =
          new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
        consumer = fresh;
        var rewinding = new Rewinding(fresh, rewinds);
        fresh.subscribe(apply.topics(), rewinding);
        read(fresh, rewinding);
      } catch (WakeupException e) {
        LOG.debug("woken to stop", e);
      } catch (KafkaException e) {
        LOG.warnf("broker unreachable cause=%s", Failures.cause(e));
        pause();
      } catch (RuntimeException e) {
        LOG.error("event loop failed", e);
        pause();
      }
    }
  }

  private void read(KafkaConsumer<String, byte[]> from, Rewinding rewinding) {
    while (running) {
      Map<String, Long> generations;
      try {
        generations = rewinds.generations();
        rewinding.rewind(generations);
      } catch (JdbiException e) {
        LOG.warnf("events cannot be applied just now cause=%s", Failures.cause(e));
        pause();
        continue;
      }
      var polled = from.poll(Duration.ofMillis(500));
      rewinding.settle();
      if (!polled.isEmpty()) {
        take(from, polled, generations);
      }
      if (running) {
        rewinding.arrived();
      }
    }
  }

  private void take(
      KafkaConsumer<String, byte[]> from,
      ConsumerRecords<String, byte[]> polled,
      Map<String, Long> generations) {
    var batch = new ArrayList<IncomingRecord>(polled.count());
    for (var record : polled) {
      batch.add(IncomingRecord.of(record));
    }
    try {
      applyUntilDone(batch, generations);
    } catch (ApplyEvents.Superseded e) {
      // Read again: some of these partitions may not be among those that go back.
      polled
          .partitions()
          .forEach(each -> from.seek(each, polled.records(each).getFirst().offset()));
      return;
    }
    faults.here("before-offset");
    if (running) {
      from.commitSync(polled.nextOffsets(), Duration.ofSeconds(10));
    }
  }

  private void applyUntilDone(List<IncomingRecord> batch, Map<String, Long> generations)
      throws ApplyEvents.Superseded {
    while (running) {
      try {
        apply.apply(batch, generations);
        return;
      } catch (ApplyEvents.TransientFailure e) {
        LOG.warnf("database cannot apply events just now cause=%s", String.valueOf(e.getCause()));
        pause();
      }
    }
  }

  private void pause() {
    rest(config.pause());
  }

  private void rest(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private Map<String, Object> settings() {
    return broker.with(
        Map.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            config.group(),
            ConsumerConfig.CLIENT_ID_CONFIG,
            config.group() + "-events",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            // A service that is new, or lost its place, reads everything that is kept.
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            config.batch(),
            // Else each single event is answered to each of its readers at once, which is most of
            // what it costs the broker.
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
            FETCHED_TOGETHER,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            Math.toIntExact(config.gather().toMillis()),
            // For so long a killed process keeps its partitions, from itself too when it is back;
            // Kafka's own 45 s is most of the 60 s within which all must have caught up.
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            10_000,
            // Topics that are made after the start are found soon.
            ConsumerConfig.METADATA_MAX_AGE_CONFIG,
            5_000));
  }
}
