package org.mikromerit.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Describes what a service sends and receives, as an AsyncAPI 3.0.0 document. */
public final class AsyncApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA_FORMAT = "application/schema+json;version=draft-2020-12";

  private final String service;
  private final ObjectNode document = JSON.createObjectNode();

  private AsyncApi(String service) {
    this.service = service;
  }

  /**
   * The document of one service.
   *
   * @param service its name, as {@code topics.json} has it
   */
  public static byte[] of(String service) {
    try {
      return JSON.writerWithDefaultPrettyPrinter()
          .writeValueAsBytes(new AsyncApi(service).describe());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode describe() throws IOException {
    document.put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Mikromerit " + service)
        .put("version", "1")
        .put(
            "description",
            "The events that this service sends and receives: CloudEvents 1.0 in Kafka's binary mode.");
    document.put("defaultContentType", EventHeaders.JSON);
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    ObjectNode components = document.putObject("components");
    ObjectNode messages = components.putObject("messages");
    components.putObject("schemas").set("headers", headers());
    for (Topic topic : Topic.values()) {
      TopicSettings settings = topic.settings();
      boolean sends = settings.writer().equals(service);
      boolean receives = settings.readers().contains(service);
      if (sends || receives) {
        channel(channels.putObject(topic.topicName()), settings, topic);
        for (EventType type : types(topic)) {
          message(messages.putObject(type.ceType()), type);
        }
      }
      if (sends) {
        operation(operations, "send", topic);
      }
      if (receives) {
        operation(operations, "receive", topic);
      }
    }
    return document;
  }

  private static List<EventType> types(Topic topic) {
    return Stream.of(EventType.values()).filter(type -> type.topic() == topic).toList();
  }

  private static void channel(ObjectNode channel, TopicSettings settings, Topic topic) {
    channel.put("address", topic.topicName());
    ObjectNode messages = channel.putObject("messages");
    for (EventType type : types(topic)) {
      messages.putObject(type.ceType()).put("$ref", "#/components/messages/" + type.ceType());
    }
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("topic", topic.topicName()).put("partitions", settings.partitions());
    ObjectNode configuration = kafka.putObject("topicConfiguration");
    Map<String, String> config = settings.config();
    configuration.putArray("cleanup.policy").add(config.getOrDefault("cleanup.policy", "delete"));
    for (String name : List.of("retention.ms", "delete.retention.ms")) {
      String value = config.get(name);
      if (value != null) {
        configuration.put(name, Long.parseLong(value));
      }
    }
    kafka.put("bindingVersion", "0.5.0");
  }

  private static void operation(ObjectNode operations, String action, Topic topic) {
    String name = topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String channel = "#/channels/" + topic.topicName();
    ObjectNode operation = operations.putObject(action + "-" + name);
    operation.put("action", action);
    operation.putObject("channel").put("$ref", channel);
    var messages = operation.putArray("messages");
    for (EventType type : types(topic)) {
      messages.addObject().put("$ref", channel + "/messages/" + type.ceType());
    }
  }

  private static void message(ObjectNode message, EventType type) throws IOException {
    message.put("name", type.ceType());
    message.put("contentType", EventHeaders.JSON);
    message.putObject("headers").put("$ref", "#/components/schemas/headers");
    ObjectNode payload = message.putObject("payload");
    payload.put("schemaFormat", SCHEMA_FORMAT);
    payload.set("schema", JSON.readTree(type.schema()));
    message.putArray("tags").addObject().put("name", type.classification().code());
    message.putObject("bindings").putObject("kafka").putObject("key").put("type", "string");
    message.putArray("examples").addObject().set("payload", JSON.readTree(type.sample()));
  }

  private static ObjectNode headers() {
    ObjectNode headers = JSON.createObjectNode().put("type", "object");
    ObjectNode properties = headers.putObject("properties");
    for (String name :
        List.of(
            EventHeaders.SPEC_VERSION,
            EventHeaders.ID,
            EventHeaders.SOURCE,
            EventHeaders.TYPE,
            EventHeaders.SUBJECT,
            EventHeaders.TIME,
            EventHeaders.PARTITION_KEY,
            EventHeaders.SEQUENCE,
            EventHeaders.DATA_CLASSIFICATION,
            EventHeaders.CONTENT_TYPE)) {
      properties.putObject(name).put("type", "string");
      headers.withArray("required").add(name);
    }
    properties.putObject(EventHeaders.TRACEPARENT).put("type", "string");
    return headers;
  }
}
