package org.mikromerit.testkit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A service's API description (OpenAPI 3.1), as its operations. */
public final class OpenApi {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private final JsonNode document;

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  public static OpenApi of(Http service) {
    return new OpenApi(service.get("/openapi?format=JSON").send().json());
  }

  /**
   * One operation of the API.
   *
   * @param path with its parameters in braces
   * @param secured whether a token is needed
   */
  public record Operation(String method, String path, boolean secured, JsonNode node) {
    public String id() {
      return node.path("operationId").asText();
    }

    public boolean takesBody() {
      return node.has("requestBody");
    }

    /** The media types that the body may have. */
    public List<String> bodyTypes() {
      var types = new ArrayList<String>();
      node.path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
      return types;
    }

    /** Whether the body is a file rather than JSON. */
    public boolean takesFile() {
      return takesBody() && bodyTypes().stream().noneMatch(type -> type.endsWith("json"));
    }

    /** Whether the body is an archive, of which no text can be an example. */
    public boolean takesArchive() {
      return bodyTypes().equals(List.of("application/zip"));
    }

    /** The media type that a body is sent with. */
    public String bodyType() {
      List<String> types = bodyTypes();
      return takesFile() && !types.isEmpty() ? types.getFirst() : "application/json";
    }

    /** An example as it is sent: a file's text, or JSON. */
    public byte[] sent(JsonNode example) {
      return (takesFile() && example.isTextual() ? example.asText() : example.toString())
          .getBytes(StandardCharsets.UTF_8);
    }

    /** The first example of a body; null where there is none. */
    public @Nullable JsonNode example() {
      for (JsonNode media : node.path("requestBody").path("content")) {
        if (media.has("example")) {
          return media.get("example");
        }
        for (JsonNode example : media.path("examples")) {
          return example.path("value");
        }
      }
      return null;
    }

    public Set<String> statuses() {
      var statuses = new TreeSet<String>();
      node.path("responses").fieldNames().forEachRemaining(statuses::add);
      return statuses;
    }

    public boolean takesHeader(String name) {
      for (JsonNode parameter : node.path("parameters")) {
        if (parameter.path("in").asText().equals("header")
            && parameter.path("name").asText().equalsIgnoreCase(name)) {
          return true;
        }
      }
      return false;
    }

    /** The path with values in place of its parameters. */
    public String at(Map<String, String> values) {
      String filled = path;
      for (var each : values.entrySet()) {
        filled = filled.replace("{" + each.getKey() + "}", each.getValue());
      }
      return filled;
    }

    /** The names of the path's parameters. */
    public List<String> pathParameters() {
      var names = new ArrayList<String>();
      for (String part : path.split("/", -1)) {
        if (part.startsWith("{") && part.endsWith("}")) {
          names.add(part.substring(1, part.length() - 1));
        }
      }
      return names;
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  public List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            JsonNode node = resolved(method.getValue());
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    !node.path("security").isEmpty(),
                                    node));
                          }
                        }));
    return operations;
  }

  /** The node with a request body that stands elsewhere in the document put in its place. */
  private JsonNode resolved(JsonNode operation) {
    JsonNode body = operation.path("requestBody").path("$ref");
    if (body.isTextual()
        && operation instanceof com.fasterxml.jackson.databind.node.ObjectNode node) {
      node.set("requestBody", document.at(body.asText().substring(1)));
    }
    return operation;
  }
}
