package org.mikromerit.events;

import static org.mikromerit.events.UnreadableEvent.Reason.CONTRADICTION;
import static org.mikromerit.events.UnreadableEvent.Reason.INVALID_DATA;
import static org.mikromerit.events.UnreadableEvent.Reason.MALFORMED_JSON;
import static org.mikromerit.events.UnreadableEvent.Reason.UNKNOWN_TYPE;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events to JSON and back. Fields that this version does not know are ignored, so that a new
 * optional field is a compatible change; everything else must be exactly what the schema says.
 */
public final class EventCodec {

  /** The longest value that is read: the broker's own bound on a record. */
  public static final int MAX_BYTES = 1 << 20;

  private static final JsonMapper JSON = mapper();

  private EventCodec() {}

  public static byte[] toJson(EventData data) {
    try {
      return JSON.writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes what a Kafka record holds; for a tombstone, which has no data, there is nothing to read.
   */
  public static Event<EventData> read(Map<String, String> headers, byte[] json)
      throws UnreadableEvent {
    return read(EventEnvelope.fromHeaders(headers), json);
  }

  /** As {@link #read(Map, byte[])}, for a reader that has read the envelope already. */
  public static Event<EventData> read(EventEnvelope envelope, byte[] json) throws UnreadableEvent {
    EventData data = decode(envelope.type(), json);
    try {
      return new Event<>(envelope, data);
    } catch (Bounds.Broken e) {
      throw new UnreadableEvent(CONTRADICTION, String.valueOf(e.getMessage()));
    }
  }

  public static EventData decode(String ceType, byte[] json) throws UnreadableEvent {
    EventType type =
        EventType.ofCeType(ceType)
            .orElseThrow(() -> new UnreadableEvent(UNKNOWN_TYPE, "no record for this ce_type"));
    return decode(type.dataClass(), json);
  }

  public static <T extends EventData> T decode(Class<T> dataClass, byte[] json)
      throws UnreadableEvent {
    if (json.length > MAX_BYTES) {
      throw new UnreadableEvent(MALFORMED_JSON, "more than " + MAX_BYTES + " bytes");
    }
    try {
      @Nullable T data = JSON.readValue(json, dataClass);
      if (data == null) {
        throw new UnreadableEvent(INVALID_DATA, "null instead of an object");
      }
      return data;
    } catch (JsonMappingException e) {
      throw new UnreadableEvent(INVALID_DATA, rule(e) + " at " + place(e));
    } catch (IOException _) {
      throw new UnreadableEvent(MALFORMED_JSON, "not JSON within the bounds on depth and size");
    }
  }

  // Jackson's own messages quote the input; ours do not.
  private static String rule(JsonMappingException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Bounds.Broken broken) {
        return String.valueOf(broken.getMessage());
      }
    }
    return "a value of the wrong kind";
  }

  // Only names that our records declare are repeated: the key of a map is content.
  private static String place(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> {
              if (step.getFieldName() == null) {
                return "/" + step.getIndex();
              }
              return step.getFrom() instanceof Class<?> from && from.isRecord()
                  ? "/" + step.getFieldName()
                  : "/*";
            })
        .collect(Collectors.joining("", "#", ""));
  }

  private static JsonMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(MAX_BYTES)
                    .maxNumberLength(40)
                    .maxNameLength(200)
                    .build())
            .build();
    JsonMapper.Builder builder =
        JsonMapper.builder(factory)
            .addModule(new PlainValues())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
    builder.withCoercionConfig(
        LogicalType.Textual,
        text ->
            text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    return builder.build();
  }
}
