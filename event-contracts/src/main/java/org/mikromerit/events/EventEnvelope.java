package org.mikromerit.events;

import static org.mikromerit.events.UnreadableEvent.Reason.BAD_HEADERS;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is said about an event outside its data: the CloudEvents attributes. It knows no type of
 * event, so that an event of an unknown type can still be set aside in its order.
 *
 * @param id the same whenever the same event is sent again
 * @param type {@code ce_type}
 * @param source {@code ce_source}, such as {@code /issuer}
 * @param subject the entity that the event is about
 * @param key the Kafka record's key
 * @param sequence the owner's version of the entity, from 1; of two the higher is the newer
 * @param time when the fact happened
 * @param traceparent W3C trace context, if there is one
 */
public record EventEnvelope(
    UUID id,
    String type,
    String source,
    String subject,
    String key,
    long sequence,
    Instant time,
    DataClassification classification,
    @Nullable String traceparent) {

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final Pattern SEQUENCE = Pattern.compile("[1-9][0-9]{0,18}");

  public EventEnvelope {
    Bounds.present("id", id, "time", time, "classification", classification);
    Bounds.headerValue("type", type);
    Bounds.headerValue("source", source);
    Bounds.headerValue("subject", subject);
    Bounds.headerValue("key", key);
    Bounds.atLeast(1, "sequence", sequence);
    Bounds.holds(
        traceparent == null || TRACEPARENT.matcher(traceparent).matches(),
        "traceparent",
        "is not a W3C traceparent");
  }

  /** The headers of the Kafka record; all are ASCII. */
  public Map<String, String> toHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(EventHeaders.SPEC_VERSION, EventHeaders.SPEC_VERSION_1_0);
    headers.put(EventHeaders.ID, id.toString());
    headers.put(EventHeaders.SOURCE, source);
    headers.put(EventHeaders.TYPE, type);
    headers.put(EventHeaders.SUBJECT, subject);
    headers.put(EventHeaders.TIME, time.toString());
    headers.put(EventHeaders.PARTITION_KEY, key);
    headers.put(EventHeaders.SEQUENCE, Long.toString(sequence));
    headers.put(EventHeaders.DATA_CLASSIFICATION, classification.code());
    if (traceparent != null) {
      headers.put(EventHeaders.TRACEPARENT, traceparent);
    }
    headers.put(EventHeaders.CONTENT_TYPE, EventHeaders.JSON);
    return headers;
  }

  /** The envelope that the headers describe; headers that are not ours are ignored. */
  public static EventEnvelope fromHeaders(Map<String, String> headers) throws UnreadableEvent {
    if (!required(headers, EventHeaders.SPEC_VERSION).equals(EventHeaders.SPEC_VERSION_1_0)) {
      throw bad(EventHeaders.SPEC_VERSION);
    }
    String contentType = required(headers, EventHeaders.CONTENT_TYPE).toLowerCase(Locale.ROOT);
    if (!contentType.equals(EventHeaders.JSON)
        && !contentType.startsWith(EventHeaders.JSON + ";")) {
      throw bad(EventHeaders.CONTENT_TYPE);
    }
    try {
      return new EventEnvelope(
          id(headers),
          required(headers, EventHeaders.TYPE),
          required(headers, EventHeaders.SOURCE),
          required(headers, EventHeaders.SUBJECT),
          required(headers, EventHeaders.PARTITION_KEY),
          sequence(headers),
          time(headers),
          DataClassification.ofCode(required(headers, EventHeaders.DATA_CLASSIFICATION))
              .orElseThrow(() -> bad(EventHeaders.DATA_CLASSIFICATION)),
          traceparent(headers));
    } catch (Bounds.Broken e) {
      throw new UnreadableEvent(BAD_HEADERS, String.valueOf(e.getMessage()));
    }
  }

  private static UUID id(Map<String, String> headers) throws UnreadableEvent {
    return PlainValues.uuid(required(headers, EventHeaders.ID))
        .orElseThrow(() -> bad(EventHeaders.ID));
  }

  private static long sequence(Map<String, String> headers) throws UnreadableEvent {
    String text = required(headers, EventHeaders.SEQUENCE);
    if (!SEQUENCE.matcher(text).matches()) {
      throw bad(EventHeaders.SEQUENCE);
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw bad(EventHeaders.SEQUENCE);
    }
  }

  private static Instant time(Map<String, String> headers) throws UnreadableEvent {
    return PlainValues.instant(required(headers, EventHeaders.TIME))
        .orElseThrow(() -> bad(EventHeaders.TIME));
  }

  // A broken trace is no reason to refuse a fact.
  private static @Nullable String traceparent(Map<String, String> headers) {
    String text = headers.get(EventHeaders.TRACEPARENT);
    return text != null && TRACEPARENT.matcher(text).matches() ? text : null;
  }

  private static String required(Map<String, String> headers, String name) throws UnreadableEvent {
    String value = headers.get(name);
    if (value == null) {
      throw new UnreadableEvent(BAD_HEADERS, name + " is missing");
    }
    return value;
  }

  private static UnreadableEvent bad(String header) {
    return new UnreadableEvent(BAD_HEADERS, header + " has an impossible value");
  }
}
