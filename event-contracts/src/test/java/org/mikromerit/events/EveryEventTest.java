package org.mikromerit.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EveryEventTest {

  @ParameterizedTest
  @EnumSource
  void sampleIsValidAgainstItsSchema(EventType type) {
    assertThat(Contracts.violations(type, Contracts.sample(type))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void sampleBecomesItsRecordAndIsTheSameJsonAgain(EventType type) throws Exception {
    EventData data = EventCodec.decode(type.ceType(), type.sample());

    assertThat(data).isInstanceOf(type.dataClass());
    assertThat(data.eventType()).isEqualTo(type);
    assertThat(Contracts.tree(EventCodec.toJson(data))).isEqualTo(Contracts.sample(type));
  }

  @ParameterizedTest
  @EnumSource
  void encodingTwiceGivesTheSameBytes(EventType type) throws Exception {
    byte[] once = EventCodec.toJson(EventCodec.decode(type.ceType(), type.sample()));

    byte[] twice = EventCodec.toJson(EventCodec.decode(type.ceType(), once));

    assertThat(twice).isEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource
  void ceTypeAndTopicAreNamedAfterTheSameEntityAndTheRecordAfterTheFact(EventType type) {
    String[] parts = type.ceType().split("\\.", -1);
    String entity = parts[2];
    String fact = parts[3];
    String version = parts[4];

    assertThat(type.ceType()).matches("org\\.mikromerit\\.[a-z-]+\\.[a-z]+\\.v[1-9]");
    assertThat(type.topic().topicName()).matches("mm\\." + entity + "\\.v[1-9]");
    assertThat(type.dataClass().getSimpleName())
        .isEqualToIgnoringCase(entity.replace("-", "") + fact + version);
    assertThat(type.dataClass().getPackageName())
        .isEqualTo("org.mikromerit.events." + entity.replace("-", ""));
  }

  @ParameterizedTest
  @EnumSource
  void schemaAndRecordDeclareTheSameFields(EventType type) {
    JsonNode schema = Contracts.schema(type);

    assertThat(schema.path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("title").asText()).isEqualTo(type.dataClass().getSimpleName());
    compareRecord(type.folder(), schema, type.dataClass());
  }

  private static void compareRecord(String path, JsonNode schema, Class<?> record) {
    assertThat(schema.path("type").asText()).as(path).isEqualTo("object");
    assertThat(schema.path("additionalProperties").asBoolean())
        .as(path + " lets a newer producer add a field")
        .isTrue();
    Set<String> declared = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(declared::add);
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(each -> required.add(each.asText()));
    Set<String> components = new TreeSet<>();
    Set<String> mandatory = new TreeSet<>();
    for (RecordComponent component : record.getRecordComponents()) {
      components.add(component.getName());
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        mandatory.add(component.getName());
      }
    }
    assertThat(declared).as(path).isEqualTo(components);
    assertThat(required).as(path + " required").isEqualTo(mandatory);
    for (RecordComponent component : record.getRecordComponents()) {
      compare(
          path + "/" + component.getName(),
          schema.path("properties").path(component.getName()),
          component.getAnnotatedType());
    }
  }

  private static void compare(String path, JsonNode schema, AnnotatedType annotated) {
    assertThat(schema.path("description").asText()).as(path + " is described").isNotBlank();
    Type type = annotated.getType();
    String kind = schema.path("type").asText();
    if (annotated instanceof AnnotatedParameterizedType list
        && type instanceof ParameterizedType raw
        && raw.getRawType() == List.class) {
      assertThat(kind).as(path).isEqualTo("array");
      assertThat(schema.path("maxItems").asInt()).as(path).isEqualTo(1000);
      compare(path + "[]", schema.path("items"), list.getAnnotatedActualTypeArguments()[0]);
    } else if (type == int.class || type == Integer.class) {
      assertThat(kind).as(path).isEqualTo("integer");
      assertThat(schema.path("maximum").asInt()).as(path).isEqualTo(Integer.MAX_VALUE);
    } else if (type == UUID.class) {
      assertThat(kind).as(path).isEqualTo("string");
      assertThat(schema.path("format").asText()).as(path).isEqualTo("uuid");
    } else if (type == Instant.class) {
      assertThat(kind).as(path).isEqualTo("string");
      assertThat(schema.path("format").asText()).as(path).isEqualTo("date-time");
    } else if (type == BigDecimal.class) {
      assertThat(kind).as(path).isEqualTo("string");
      assertThat(schema.path("pattern").asText()).as(path).contains("[0-9]");
    } else if (type == String.class) {
      assertThat(kind).as(path).isEqualTo("string");
      assertThat(schema.has("pattern") || schema.has("maxLength"))
          .as(path + " is bounded")
          .isTrue();
    } else if (type instanceof Class<?> constants && constants.isEnum()) {
      assertThat(schema.path("enum"))
          .as(path)
          .isEqualTo(Contracts.JSON.valueToTree(constants.getEnumConstants()));
    } else if (type instanceof Class<?> record && record.isRecord()) {
      if (isWrittenAsItsOnlyValue(record)) {
        assertThat(schema.path("additionalProperties").isObject()).as(path).isTrue();
      } else {
        compareRecord(path, schema, record);
      }
    } else {
      throw new AssertionError(path + " is of a type that no event has had so far: " + type);
    }
  }

  private static boolean isWrittenAsItsOnlyValue(Class<?> record) {
    return Stream.concat(
            Arrays.stream(record.getDeclaredMethods()), Arrays.stream(record.getDeclaredFields()))
        .anyMatch(each -> each.isAnnotationPresent(JsonValue.class));
  }
}
