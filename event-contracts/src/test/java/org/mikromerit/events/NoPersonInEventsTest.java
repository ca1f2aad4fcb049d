package org.mikromerit.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S9")
class NoPersonInEventsTest {
  private static final Pattern PERSONAL =
      Pattern.compile(
          "given|family|surname|lastname|firstname|birth|mail|personnummer|samordning"
              + "|nationalnumber|national_?id|ssn|phone|mobile|address|holder|recipient|person");

  /** What a schema may consist of, so that no string can hide where this test does not look. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "$schema",
          "$id",
          "title",
          "description",
          "type",
          "required",
          "properties",
          "additionalProperties",
          "propertyNames",
          "items",
          "enum",
          "pattern",
          "format",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "minimum",
          "maximum");

  private static final Set<String> KINDS = Set.of("object", "array", "string", "integer");

  @Test
  void everyPlaceForAStringIsOnTheList() throws Exception {
    Set<String> found = new TreeSet<>();

    for (EventType type : EventType.values()) {
      visit(
          Contracts.schema(type),
          "",
          place -> {
            if (place.kind().equals("string")) {
              found.add(type.folder() + " " + place.path());
            }
          });
    }

    assertThat(found).containsExactlyElementsOf(allowed());
  }

  @ParameterizedTest
  @EnumSource
  void noPropertyIsNamedAfterSomethingPersonal(EventType type) {
    visit(
        Contracts.schema(type),
        "",
        place ->
            assertThat(place.path().toLowerCase(Locale.ROOT))
                .as(type.folder())
                .doesNotContainPattern(PERSONAL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "givenName",
        "familyName",
        "birthDate",
        "email",
        "contactMail",
        "personnummer",
        "nationalNumber",
        "telephone",
        "homeAddress",
        "holder",
        "recipientName"
      })
  void namesOfPersonalThingsAreRecognised(String name) {
    assertThat(PERSONAL.matcher(name.toLowerCase(Locale.ROOT)).find()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void noSampleLooksLikeAPerson(EventType type) {
    String sample = new String(type.sample(), StandardCharsets.UTF_8);

    assertThat(sample)
        .doesNotContainPattern("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[a-z]{2,}")
        .doesNotContainPattern("\\b(19|20)?[0-9]{6}[-+][0-9]{4}\\b");
  }

  /** What speaks of a learner says so, and by pseudonym alone. */
  @ParameterizedTest
  @EnumSource
  void whatNamesALearnerIsClassifiedAsPseudonymousOrRestricted(EventType type) {
    boolean[] learner = new boolean[1];

    visit(
        Contracts.schema(type),
        "",
        place -> learner[0] |= place.path().equals("learner") || place.path().equals("learnerRef"));

    assertThat(
            type.classification() == DataClassification.PSEUDONYMOUS
                || type.classification() == DataClassification.RESTRICTED)
        .isEqualTo(learner[0]);
  }

  private record Place(String path, String kind) {}

  private static void visit(JsonNode schema, String path, Consumer<Place> visitor) {
    List<String> keywords = new ArrayList<>();
    schema.fieldNames().forEachRemaining(keywords::add);
    assertThat(KEYWORDS).as(path).containsAll(keywords);
    String kind = schema.path("type").asText();
    assertThat(KINDS).as(path + " states one kind").contains(kind);
    visitor.accept(new Place(path, kind));
    schema
        .path("properties")
        .properties()
        .forEach(
            each ->
                visit(
                    each.getValue(),
                    path.isEmpty() ? each.getKey() : path + "." + each.getKey(),
                    visitor));
    if (schema.path("additionalProperties").isObject()) {
      visit(schema.path("additionalProperties"), path + ".*", visitor);
    }
    if (kind.equals("array")) {
      visit(schema.path("items"), path + "[]", visitor);
    }
  }

  private static List<String> allowed() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            NoPersonInEventsTest.class.getResourceAsStream("/allowed-strings.txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n", -1))
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
