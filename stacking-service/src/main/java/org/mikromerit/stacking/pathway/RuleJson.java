package org.mikromerit.stacking.pathway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule as JSON: {@code {"allOf":[…]}}, {@code {"nOf":{"n":2,"of":[…]}}} or {@code
 * {"part":{"definition":"…"}}}. Reading is strict and tells everything that is wrong, with where it
 * is.
 */
public final class RuleJson {
  private static final int MOST_FAULTS = 20;
  private static final Set<String> FORMS = Set.of("allOf", "nOf", "part");
  // UUID.fromString also takes "1-1-1-1-1".
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private final List<Fault> faults = new ArrayList<>();
  private final Map<UUID, String> places = new HashMap<>();
  private int nodes;

  private RuleJson() {}

  /** What came of reading: a rule, or everything that keeps it from being one. */
  public sealed interface Reading {}

  /** It is a rule. */
  public record Understood(Rule rule) implements Reading {}

  /** It is none; never empty. */
  public record Faulty(List<Fault> faults) implements Reading {}

  /**
   * Something that is wrong.
   *
   * @param code stable, for programs
   * @param pointer where, as a JSON pointer (RFC 6901) that starts at what was read
   */
  public record Fault(String code, String pointer, String detail) {}

  public static Reading read(@Nullable JsonNode json) {
    var reader = new RuleJson();
    Rule rule = reader.rule(json, "", 1);
    return rule == null || !reader.faults.isEmpty()
        ? new Faulty(List.copyOf(reader.faults))
        : new Understood(rule);
  }

  public static JsonNode write(Rule rule) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (rule) {
      case Rule.Part(UUID definition) ->
          json.putObject("part").put("definition", definition.toString());
      case Rule.AllOf(List<Rule> of) -> writeAll(of, json.putArray("allOf"));
      case Rule.NOf(int n, List<Rule> of) ->
          writeAll(of, json.putObject("nOf").put("n", n).putArray("of"));
    }
    return json;
  }

  private static void writeAll(List<Rule> rules, ArrayNode into) {
    rules.forEach(rule -> into.add(write(rule)));
  }

  private @Nullable Rule rule(@Nullable JsonNode json, String at, int depth) {
    if (nodes > Rule.MAX_NODES || faults.size() >= MOST_FAULTS) {
      return null;
    }
    if (++nodes > Rule.MAX_NODES) {
      return fault("rule-too-large", at, "A rule has at most " + Rule.MAX_NODES + " nodes.");
    }
    if (depth > Rule.MAX_DEPTH) {
      return fault("rule-too-deep", at, "A rule is at most " + Rule.MAX_DEPTH + " levels deep.");
    }
    if (json == null || !json.isObject()) {
      return fault("rule-form", at, "A rule is an object with allOf, nOf or part.");
    }
    if (!onlyKnows(json, FORMS, at)) {
      return null;
    }
    if (json.size() != 1) {
      return fault("rule-form", at, "A rule has exactly one of allOf, nOf and part.");
    }
    String form = json.fieldNames().next();
    JsonNode value = json.path(form);
    return switch (form) {
      case "allOf" -> allOf(value, at + "/allOf", depth);
      case "nOf" -> nOf(value, at + "/nOf", depth);
      default -> part(value, at + "/part");
    };
  }

  private @Nullable Rule allOf(JsonNode json, String at, int depth) {
    List<Rule> of = group(json, at, depth);
    return of == null ? null : new Rule.AllOf(of);
  }

  private @Nullable Rule nOf(JsonNode json, String at, int depth) {
    if (!json.isObject()) {
      return fault("rule-form", at, "nOf is an object with n and of.");
    }
    if (!onlyKnows(json, Set.of("n", "of"), at)) {
      return null;
    }
    JsonNode n = json.path("n");
    JsonNode listed = json.path("of");
    if (!n.isIntegralNumber() || !n.canConvertToInt() || n.intValue() < 1) {
      fault("n-out-of-range", at + "/n", "n is a whole number, at least 1.");
    } else if (listed.isArray() && !listed.isEmpty() && n.intValue() > listed.size()) {
      fault("n-out-of-range", at + "/n", "n is at most the number of rules in of.");
    }
    List<Rule> of = group(listed, at + "/of", depth);
    return of == null || !faults.isEmpty() ? null : new Rule.NOf(n.intValue(), of);
  }

  private @Nullable Rule part(JsonNode json, String at) {
    if (!json.isObject()) {
      return fault("rule-form", at, "part is an object with definition.");
    }
    if (!onlyKnows(json, Set.of("definition"), at)) {
      return null;
    }
    JsonNode named = json.path("definition");
    if (!named.isTextual() || !ID.matcher(named.textValue()).matches()) {
      return fault("definition-id", at + "/definition", "definition is a definition's id, a UUID.");
    }
    UUID definition = UUID.fromString(named.textValue());
    String earlier = places.putIfAbsent(definition, at);
    if (earlier != null) {
      return fault(
          "definition-repeated",
          at + "/definition",
          "A credential counts once, so a rule names a definition once; this one is also at "
              + earlier
              + ".");
    }
    return new Rule.Part(definition);
  }

  private @Nullable List<Rule> group(JsonNode json, String at, int depth) {
    if (!json.isArray()) {
      fault("rule-form", at, "Give a list of rules.");
      return null;
    }
    if (json.isEmpty()) {
      fault("group-empty", at, "A group has at least one rule.");
      return null;
    }
    var rules = new ArrayList<Rule>();
    for (int i = 0; i < json.size(); i++) {
      Rule rule = rule(json.get(i), at + "/" + i, depth + 1);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return faults.isEmpty() ? rules : null;
  }

  private boolean onlyKnows(JsonNode json, Set<String> known, String at) {
    var unknown = new TreeSet<String>();
    json.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(known);
    for (String name : unknown) {
      fault(
          "unknown-field",
          at + "/" + escaped(name),
          "A rule knows only " + listed(known) + " here.");
    }
    return unknown.isEmpty();
  }

  private @Nullable Rule fault(String code, String pointer, String detail) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault(code, pointer, detail));
    }
    return null;
  }

  private static String listed(Set<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }

  private static String escaped(String name) {
    String shown = name.length() <= 64 ? name : name.substring(0, 64) + "…";
    return shown.replace("~", "~0").replace("/", "~1");
  }
}
