package org.mikromerit.portal.developer;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a service offers, as its own descriptions say.
 *
 * @param address where its description lies
 */
record Interface(
    String title, String text, URI address, List<Operation> operations, List<Event> events) {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final String OPERATOR = "/operator";

  /** One operation of its REST. */
  record Operation(String method, String path, String summary) {}

  /** An event that it sends or receives. */
  record Event(String topic, String action, String summary) {}

  static Interface of(URI address, JsonNode openApi, JsonNode asyncApi) {
    JsonNode info = openApi.path("info");
    return new Interface(
        info.path("title").asText(),
        info.path("description").asText(),
        address.resolve("/openapi"),
        operations(openApi.path("paths")),
        events(asyncApi));
  }

  private static List<Operation> operations(JsonNode paths) {
    var all = new ArrayList<Operation>();
    for (var path : paths.properties()) {
      if (path.getKey().startsWith(OPERATOR)) {
        continue;
      }
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          all.add(
              new Operation(
                  method.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  method.getValue().path("summary").asText()));
        }
      }
    }
    return all;
  }

  private static List<Event> events(JsonNode asyncApi) {
    var all = new ArrayList<Event>();
    for (var operation : asyncApi.path("operations").properties()) {
      JsonNode said = operation.getValue();
      String channel = said.path("channel").path("$ref").asText().replaceFirst("^#/channels/", "");
      JsonNode known = asyncApi.path("channels").path(channel);
      all.add(
          new Event(
              known.path("address").asText(channel),
              said.path("action").asText(),
              said.path("summary").asText(known.path("description").asText())));
    }
    return all;
  }
}
