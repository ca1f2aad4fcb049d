package org.mikromerit.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from the broker.
 *
 * @param value null for a tombstone
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
record IncomingRecord(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    Map<String, String> headers,
    byte @Nullable [] value) {

  static IncomingRecord of(ConsumerRecord<String, byte[]> record) {
    var headers = new LinkedHashMap<String, String>();
    for (var header : record.headers()) {
      headers.put(
          header.key(),
          header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
    }
    return new IncomingRecord(
        record.topic(), record.partition(), record.offset(), record.key(), headers, record.value());
  }
}
