package org.mikromerit.stacking.pathway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.problem.Violations;
import org.mikromerit.stacking.pathway.Rule;
import org.mikromerit.stacking.pathway.RuleJson;
import org.mikromerit.stacking.pathway.Title;

/** A draft as it is sent. */
record PathwayBody(
    @Nullable TitleBody title,
    @Schema(
            type = SchemaType.OBJECT,
            description =
                "`{\"allOf\":[rule…]}`, `{\"nOf\":{\"n\":2,\"of\":[rule…]}}` or"
                    + " `{\"part\":{\"definition\":\"<uuid>\"}}`; at most 5 levels and 100 nodes; each"
                    + " definition once.")
        @Nullable JsonNode rule) {

  static final String EXAMPLE =
      """
      {
        "title": {"sv": "Vårdbiträde, grund", "en": "Nursing assistant, foundation"},
        "rule": {"allOf": [
          {"part": {"definition": "0190a000-0000-7000-8000-0000000000d1"}},
          {"nOf": {"n": 1, "of": [
            {"part": {"definition": "0190a000-0000-7000-8000-0000000000d2"}},
            {"part": {"definition": "0190a000-0000-7000-8000-0000000000d3"}}
          ]}}
        ]}
      }
      """;

  /** The name of the pathway in two languages. */
  record TitleBody(@Nullable String sv, @Nullable String en) {}

  /** A draft that is well formed. */
  record Draft(Title title, Rule rule) {}

  /** Tells everything that is wrong at once. */
  Draft checked() {
    var violations = new Violations();
    String sv = text(violations, "/title/sv", title == null ? null : title.sv());
    String en = text(violations, "/title/en", title == null ? null : title.en());
    return switch (RuleJson.read(rule)) {
      case RuleJson.Understood(Rule understood) -> {
        refuse(violations);
        yield new Draft(new Title(sv, en), understood);
      }
      case RuleJson.Faulty(List<RuleJson.Fault> faults) -> {
        faults.forEach(
            fault -> violations.add(fault.code(), "/rule" + fault.pointer(), fault.detail()));
        refuse(violations);
        throw new IllegalStateException("A faulty rule has faults");
      }
    };
  }

  private static String text(Violations violations, String field, @Nullable String given) {
    if (given == null || !Title.isReadable(given)) {
      violations.add(
          "text", field, "Give 1 to " + Title.LONGEST + " characters, none of them for control.");
      return "";
    }
    return given;
  }

  private static void refuse(Violations violations) {
    if (!violations.isEmpty()) {
      String first = String.valueOf(violations.errors().getFirst().get("field"));
      violations.throwIfAny(
          Problems.invalidValue(first, "Correct what errors lists, and send it again."));
    }
  }
}
