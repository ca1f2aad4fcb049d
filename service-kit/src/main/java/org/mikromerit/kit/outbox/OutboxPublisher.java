package org.mikromerit.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.kafka.KafkaAccess;

/** Sends rows to the broker and says which of them it has for certain. */
final class OutboxPublisher implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);

  private final Map<String, Object> settings;
  // Made for the first row: a producer asks for its id at once and, in a service that may write
  // nothing, would go on asking without a pause.
  private @Nullable KafkaProducer<String, byte[]> producer;

  private OutboxPublisher(Map<String, Object> settings) {
    this.settings = settings;
  }

  /** Opens producers that lose and reorder nothing within one life. */
  @ApplicationScoped
  static class Factory {
    private final Map<String, Object> settings;

    Factory(OutboxConfig config, KafkaAccess broker) {
      int delivery = Math.toIntExact(config.delivery().toMillis());
      settings =
          broker.with(
              Map.of(
                  ProducerConfig.ACKS_CONFIG,
                  "all",
                  ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                  true,
                  ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                  delivery,
                  ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                  delivery / 2,
                  ProducerConfig.MAX_BLOCK_MS_CONFIG,
                  delivery / 2,
                  // Time to hand over a batch of rows, which is then sent at once.
                  ProducerConfig.LINGER_MS_CONFIG,
                  50,
                  ProducerConfig.BATCH_SIZE_CONFIG,
                  131_072,
                  ProducerConfig.CLIENT_ID_CONFIG,
                  "outbox-relay"));
    }

    OutboxPublisher open() {
      return new OutboxPublisher(settings);
    }
  }

  /**
   * The positions of the rows that the broker acknowledged, without any that follow a failed one of
   * their key.
   */
  List<Long> publish(List<OutboxRow> rows) {
    var sent = new ArrayList<Future<RecordMetadata>>(rows.size());
    try {
      for (OutboxRow row : rows) {
        Future<RecordMetadata> one = producer().send(record(row));
        sent.add(one);
        if (one.state() == Future.State.FAILED) {
          // The broker could not be asked: each further row would only wait as long for the same
          // answer.
          break;
        }
      }
      producer().flush();
    } catch (KafkaException e) {
      // What was not sent stays in the table.
      LOG.debug("broker does not take more", e);
    }
    return acknowledged(rows, sent);
  }

  private KafkaProducer<String, byte[]> producer() {
    KafkaProducer<String, byte[]> open = producer;
    if (open == null) {
      open = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
      producer = open;
    }
    return open;
  }

  private List<Long> acknowledged(List<OutboxRow> rows, List<Future<RecordMetadata>> sent) {
    var acknowledged = new ArrayList<Long>(rows.size());
    var failedKeys = new HashSet<String>();
    for (int i = 0; i < sent.size(); i++) {
      OutboxRow row = rows.get(i);
      try {
        sent.get(i).get();
        // Sent again after its failed predecessor, so that the topic ends with the newest.
        if (!failedKeys.contains(row.key())) {
          acknowledged.add(row.position());
        }
      } catch (ExecutionException e) {
        failedKeys.add(row.key());
        // What is still queued must not overtake the failed one.
        close();
        LOG.debug("event not acknowledged", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return acknowledged;
      }
    }
    return acknowledged;
  }

  private static ProducerRecord<String, byte[]> record(OutboxRow row) {
    byte[] payload = row.payload() == null ? null : row.payload().getBytes(StandardCharsets.UTF_8);
    var record = new ProducerRecord<String, byte[]>(row.topic(), row.key(), payload);
    row.headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
    }
  }
}
