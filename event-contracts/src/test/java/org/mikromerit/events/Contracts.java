package org.mikromerit.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The schemas and samples as tests look at them: with a reader that is not the one under test. */
final class Contracts {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private static final Map<EventType, Schema> COMPILED = new EnumMap<>(EventType.class);

  private Contracts() {}

  static JsonNode schema(EventType type) {
    return tree(type.schema());
  }

  static ObjectNode sample(EventType type) {
    return (ObjectNode) tree(type.sample());
  }

  /** What the schema has against it; nothing, if it is valid. */
  static List<String> violations(EventType type, JsonNode data) {
    Schema schema =
        COMPILED.computeIfAbsent(
            type, each -> SCHEMAS.getSchema(new String(each.schema(), StandardCharsets.UTF_8)));
    return schema.validate(data.toString(), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  static byte[] bytes(JsonNode data) {
    try {
      return JSON.writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of this package among the compiled classes and resources. */
  static Path folder() {
    try {
      return Path.of(EventType.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .resolve("org/mikromerit/events");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
