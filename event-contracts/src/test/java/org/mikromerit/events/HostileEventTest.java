package org.mikromerit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.events.UnreadableEvent.Reason;

class HostileEventTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String CANARY = "Kanarie Fågelsson 19121212-1212";

  @ParameterizedTest
  @EnumSource
  void fieldThatNobodyKnowsIsIgnored(EventType type) throws Exception {
    ObjectNode data = Contracts.sample(type);
    data.put("personnummer", CANARY).putObject("__proto__").put("isAdmin", true);

    EventData read = EventCodec.decode(type.ceType(), Contracts.bytes(data));

    assertThat(Contracts.violations(type, data)).isEmpty();
    assertThat(Contracts.tree(EventCodec.toJson(read))).isEqualTo(Contracts.sample(type));
  }

  @ParameterizedTest
  @EnumSource
  void missingRequiredFieldIsRefusedByName(EventType type) {
    for (JsonNode required : Contracts.schema(type).path("required")) {
      ObjectNode without = Contracts.sample(type);
      without.remove(required.asText());
      ObjectNode empty = Contracts.sample(type);
      empty.putNull(required.asText());

      for (ObjectNode data : List.of(without, empty)) {
        UnreadableEvent refusal = refusal(type, Contracts.bytes(data));
        assertThat(Contracts.violations(type, data)).as(required.asText()).isNotEmpty();
        assertThat(refusal.reason()).isEqualTo(Reason.INVALID_DATA);
        assertThat(refusal).hasMessageContaining(required.asText());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void schemaAndRecordForbidTheSame(EventType type) {
    for (Mutant mutant : mutants(type)) {
      boolean allowed = Contracts.violations(type, mutant.data()).isEmpty();

      boolean taken = takes(type, mutant.data());

      assertThat(taken).as(mutant.what()).isEqualTo(allowed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusalRepeatsNothingOfTheContent(EventType type) {
    for (Mutant mutant : mutants(type)) {
      assertThatCode(() -> EventCodec.decode(type.ceType(), Contracts.bytes(mutant.data())))
          .as(mutant.what())
          .satisfiesAnyOf(
              taken -> assertThat(taken).isNull(),
              refused ->
                  assertThat(refused)
                      .hasNoCause()
                      .message()
                      .doesNotContain("Kanarie", "1912", "anna", "@"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void constantOfANewerProducerIsNotMisread(EventType type) {
    List<String> constants = new ArrayList<>();
    Contracts.schema(type)
        .path("properties")
        .properties()
        .forEach(
            each -> {
              if (each.getValue().has("enum")) {
                constants.add(each.getKey());
              }
            });
    for (String field : constants) {
      ObjectNode unknown = Contracts.sample(type).put(field, "OF_THE_FUTURE");
      ObjectNode ordinal = Contracts.sample(type).put(field, 0);
      ObjectNode empty = Contracts.sample(type).put(field, "");

      for (ObjectNode data : List.of(unknown, ordinal, empty)) {
        assertThat(refusal(type, Contracts.bytes(data)).reason()).isEqualTo(Reason.INVALID_DATA);
      }
    }
  }

  @Test
  void unknownTypeIsToldAsSuch() {
    UnreadableEvent refusal =
        catchThrowableOfType(
            UnreadableEvent.class,
            () ->
                EventCodec.decode(
                    "org.mikromerit.organisation.changed.v2",
                    EventType.ORGANISATION_CHANGED_V1.sample()));

    assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_TYPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "nonsense",
        "null",
        "[]",
        "17",
        "\"text\"",
        "{\"keyId\":NaN}",
        "{} {}",
        "{\"keyId\":\"a\",\"keyId\":\"a\"}",
        "{\"keyId\":1e999999999}",
        "\uFEFF{}"
      })
  void whatIsNoObjectOfOursIsRefused(String json) {
    UnreadableEvent refusal =
        refusal(EventType.ORGANISATION_KEY_CHANGED_V1, json.getBytes(StandardCharsets.UTF_8));

    assertThat(refusal.reason()).isIn(Reason.MALFORMED_JSON, Reason.INVALID_DATA);
  }

  @Test
  void duplicateOfAKnownFieldIsRefused() {
    String sample = new String(EventType.STACK_BROKEN_V1.sample(), StandardCharsets.UTF_8);
    String twice = sample.replaceFirst("\"attempt\": 1", "\"attempt\": 1, \"attempt\": 2");

    UnreadableEvent refusal =
        refusal(EventType.STACK_BROKEN_V1, twice.getBytes(StandardCharsets.UTF_8));

    assertThat(twice).isNotEqualTo(sample);
    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED_JSON);
  }

  @Test
  void textAfterTheObjectIsRefused() {
    String sample = new String(EventType.STACK_BROKEN_V1.sample(), StandardCharsets.UTF_8);

    UnreadableEvent refusal =
        refusal(EventType.STACK_BROKEN_V1, (sample + "{}").getBytes(StandardCharsets.UTF_8));

    assertThat(refusal).isNotNull();
  }

  @Test
  void depthInAnIgnoredFieldIsBounded() {
    String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    UnreadableEvent refusal =
        refusal(EventType.STACK_BROKEN_V1, deep.getBytes(StandardCharsets.UTF_8));

    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED_JSON);
  }

  @Test
  void sizeIsBounded() {
    UnreadableEvent refusal =
        refusal(EventType.STACK_BROKEN_V1, new byte[EventCodec.MAX_BYTES + 1]);

    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED_JSON);
  }

  @Test
  void historyThatDoesNotEndInTheStateOfNowIsRefused() {
    ObjectNode data = Contracts.sample(EventType.ORGANISATION_CHANGED_V1).put("state", "WITHDRAWN");

    UnreadableEvent refusal = refusal(EventType.ORGANISATION_CHANGED_V1, Contracts.bytes(data));

    assertThat(refusal).hasMessageContaining("does not end in the state of now");
  }

  @Test
  void revocationWithoutAReasonIsRefused() {
    ObjectNode data = Contracts.sample(EventType.CREDENTIAL_STATUS_CHANGED_V1);
    data.remove("reason");

    UnreadableEvent refusal =
        refusal(EventType.CREDENTIAL_STATUS_CHANGED_V1, Contracts.bytes(data));

    assertThat(refusal).hasMessageContaining("missing or leads to another status");
  }

  @Test
  void halfACharacterIsRefused() {
    ObjectNode data = Contracts.sample(EventType.ORGANISATION_CHANGED_V1).put("name", "CANARY");
    String half = data.toString().replace("CANARY", "\\ud83e");

    UnreadableEvent refusal =
        refusal(EventType.ORGANISATION_CHANGED_V1, half.getBytes(StandardCharsets.UTF_8));

    assertThat(refusal).hasMessageContaining("name has half a character");
  }

  private record Mutant(String what, JsonNode data) {}

  /** The sample with each of its values replaced by each of some that do not belong there. */
  private static List<Mutant> mutants(EventType type) {
    List<JsonNode> values =
        List.of(
            NODES.textNode(CANARY),
            NODES.textNode(""),
            NODES.textNode("\u0000"),
            NODES.textNode("0"),
            NODES.textNode("-0"),
            NODES.textNode("1e3"),
            NODES.textNode("NaN"),
            NODES.textNode("0.001"),
            NODES.textNode("1000000"),
            NODES.textNode("1-1-1-1-1"),
            NODES.textNode("0190A000-0000-7000-8000-000000000001"),
            NODES.textNode("+10000-01-01T00:00:00Z"),
            NODES.textNode("2026-02-30T00:00:00Z"),
            NODES.textNode("2026-01-01T00:00:00+01:00"),
            NODES.textNode("anna@exempel.se"),
            NODES.textNode("x".repeat(600)),
            NODES.numberNode(0),
            NODES.numberNode(-1),
            NODES.numberNode(1.5),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.booleanNode(true),
            NODES.arrayNode().add(CANARY),
            NODES.objectNode().put(CANARY, 1));
    List<Mutant> mutants = new ArrayList<>();
    ObjectNode root = Contracts.sample(type);
    for (JsonNode value : values) {
      mutate(
          root, "", value, what -> mutants.add(new Mutant(what + " := " + value, root.deepCopy())));
    }
    return mutants;
  }

  private static void mutate(JsonNode node, String path, JsonNode value, Consumer<String> onEach) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode original = object.get(name);
        object.set(name, value);
        onEach.accept(path + "/" + name);
        object.set(name, original);
        mutate(original, path + "/" + name, value, onEach);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode original = array.get(i);
        array.set(i, value);
        onEach.accept(path + "/" + i);
        array.set(i, original);
        mutate(original, path + "/" + i, value, onEach);
      }
    }
  }

  private static boolean takes(EventType type, JsonNode data) {
    try {
      EventCodec.decode(type.ceType(), Contracts.bytes(data));
      return true;
    } catch (UnreadableEvent _) {
      return false;
    }
  }

  private static UnreadableEvent refusal(EventType type, byte[] json) {
    return catchThrowableOfType(
        UnreadableEvent.class, () -> EventCodec.decode(type.ceType(), json));
  }
}
