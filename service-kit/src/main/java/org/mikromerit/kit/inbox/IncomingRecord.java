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
          storable(header.key()),
          header.value() == null
              ? ""
              : storable(new String(header.value(), StandardCharsets.UTF_8)));
    }
    return new IncomingRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        record.key() == null ? null : storable(record.key()),
        headers,
        record.value());
  }

  /** PostgreSQL's text knows no NUL, and even the strangest record must be kept. */
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
