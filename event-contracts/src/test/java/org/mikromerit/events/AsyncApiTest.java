package org.mikromerit.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document has AsyncAPI 3.0.0's structure, and says of a service what topics.json says. */
class AsyncApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode document(String service) throws Exception {
    return JSON.readTree(AsyncApi.of(service));
  }

  @ParameterizedTest
  @ValueSource(strings = {"issuer", "registry", "verification", "stacking"})
  void theDocumentHasTheRequiredPartsAndNoOthers(String service) throws Exception {
    JsonNode document = document(service);

    assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
    assertThat(document.path("info").path("title").asText()).isNotBlank();
    assertThat(document.path("info").path("version").asText()).isNotBlank();
    assertThat(names(document))
        .isSubsetOf(
            "asyncapi", "info", "defaultContentType", "channels", "operations", "components");
    assertThat(document.path("channels"))
        .allSatisfy(
            channel -> {
              assertThat(channel.path("address").asText()).startsWith("mm.");
              assertThat(channel.path("messages")).isNotEmpty();
            });
    assertThat(document.path("operations"))
        .allSatisfy(
            operation -> {
              assertThat(operation.path("action").asText()).isIn("send", "receive");
              assertThat(operation.path("channel").has("$ref")).isTrue();
              // Messages of the channel, as the specification demands, not of the components.
              assertThat(operation.path("messages"))
                  .allSatisfy(
                      each ->
                          assertThat(each.path("$ref").asText())
                              .startsWith(
                                  operation.path("channel").path("$ref").asText() + "/messages/"));
            });
    assertThat(document.at("/components/messages"))
        .allSatisfy(
            message -> {
              assertThat(message.at("/payload/schemaFormat").asText()).isNotBlank();
              assertThat(message.at("/payload/schema").isObject()).isTrue();
              // The schema's own references are then its own, not the document's.
              assertThat(message.at("/payload/schema/$id").asText()).isNotBlank();
              assertThat(message.at("/examples/0/payload").isObject()).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"issuer", "registry", "verification", "stacking"})
  void everyReferenceLeadsSomewhere(String service) throws Exception {
    JsonNode document = document(service);

    List<String> references = new ArrayList<>();
    references(document, references);

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            each -> assertThat(document.at(each.substring(1)).isMissingNode()).as(each).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"issuer", "registry", "verification", "stacking"})
  void aServiceSendsWhatItWritesAndReceivesWhatItReads(String service) throws Exception {
    Set<String> operations = names(document(service).path("operations"));

    for (Topic topic : Topic.values()) {
      String name = topic.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      assertThat(operations.contains("send-" + name))
          .isEqualTo(topic.source().equals("/" + service));
      assertThat(operations.contains("receive-" + name))
          .isEqualTo(topic.settings().readers().contains(service));
    }
  }

  private static Set<String> names(JsonNode node) {
    var names = new java.util.TreeSet<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static void references(JsonNode node, List<String> found) {
    // A payload's schema has references of its own, below its own $id.
    if (node.has("schemaFormat")) {
      return;
    }
    if (node.has("$ref")) {
      found.add(node.path("$ref").asText());
    }
    node.forEach(each -> references(each, found));
  }
}
