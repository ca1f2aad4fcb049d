package org.mikromerit.portal.institution.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mikromerit.portal.institution.Filled;

/**
 * A draft as a form and back. A field is named by its JSON pointer; rows of a list are numbered in
 * it, so that the issuer's answer finds its field as well.
 */
final class DraftForm {
  private static final String OUTCOMES = "outcomes";
  private static final String BENEFITS = "benefits";
  private static final String LANGUAGES = "languages";
  private static final String TYPES = "assessment/types";
  private static final String STAND_ALONE = "stacking/standAlone";

  /** What a form may say; anything else in it is another's and left out. */
  private static final Pattern FIELD =
      Pattern.compile(
          "kind|certificationLevel|(?:title|description)/(?:sv|en)|country|region|awardingBody/name"
              + "|outcomes/(?:0|[1-9][0-9]?)/(?:(?:text|criterion)/(?:sv|en)|skills/(?:0|[1-9][0-9]?)/(?:uri|label))"
              + "|manyOutcomesReason|workload/(?:hours|credits/(?:system|value))"
              + "|level/(?:framework|value|notApplicable)"
              + "|assessment/(?:method|supervision|assessorRole)|participation/(?:mode|setting)"
              + "|qualityAssurance/(?:type|body|reference|validUntil)"
              + "|benefits/(?:0|[1-9][0-9]?)/(?:type|text)|prerequisites");

  /** One more than the issuer takes, so that it is the issuer who says so. */
  private static final int MOST_ROWS = 51;

  private static final Pattern ACT =
      Pattern.compile(
          "(add|remove)-(outcomes|benefits|skills)(?:-((?:0|[1-9][0-9]?)))?(?:-((?:0|[1-9][0-9]?)))?");

  private DraftForm() {}

  /** What the form says; blank fields say nothing. */
  static ObjectNode draft(Filled form) {
    ObjectNode draft = JsonNodeFactory.instance.objectNode();
    for (String name : form.values().keySet()) {
      String text = form.written(name);
      if (text != null && FIELD.matcher(name).matches()) {
        put(draft, name, text);
      }
    }
    all(draft, LANGUAGES, Stream.of(form.value(LANGUAGES).split("[\\s,;]+", -1)));
    all(draft, TYPES, form.values().getOrDefault(TYPES, List.of()).stream());
    if (Set.of("true", "false").contains(form.value(STAND_ALONE))) {
      draft.withObject("/stacking").put("standAlone", form.has(STAND_ALONE, "true"));
    }
    rowsInsteadOfNulls(draft);
    return draft;
  }

  private static void put(ObjectNode draft, String name, String text) {
    int last = name.lastIndexOf('/');
    ObjectNode parent =
        last < 0 ? draft : draft.withObject(JsonPointer.compile("/" + name.substring(0, last)));
    // Numbers are written with a comma in Sweden.
    parent.put(
        name.substring(last + 1), name.startsWith("workload/") ? text.replace(',', '.') : text);
  }

  private static void all(ObjectNode draft, String name, Stream<String> values) {
    List<String> written = values.map(String::strip).filter(value -> !value.isEmpty()).toList();
    if (!written.isEmpty()) {
      ArrayNode list = draft.withArray(JsonPointer.compile("/" + name));
      written.forEach(list::add);
    }
  }

  /** A row that says nothing keeps its number, so that the others keep theirs. */
  private static void rowsInsteadOfNulls(JsonNode node) {
    if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i).isNull()) {
          list.set(i, JsonNodeFactory.instance.objectNode());
        }
      }
    }
    node.forEach(DraftForm::rowsInsteadOfNulls);
  }

  /** A draft as the form shows it. */
  static Filled of(JsonNode draft) {
    MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
    flatten("", draft, values);
    List<String> languages = values.remove(LANGUAGES);
    if (languages != null) {
      values.putSingle(LANGUAGES, String.join(", ", languages));
    }
    return new Filled(values, null);
  }

  private static void flatten(String name, JsonNode node, MultivaluedMap<String, String> values) {
    if (node.isValueNode()) {
      if (!node.isNull()) {
        values.add(name, node.asText());
      }
      return;
    }
    String prefix = name.isEmpty() ? "" : name + "/";
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(node.get(i).isValueNode() ? name : prefix + i, node.get(i), values);
      }
    } else {
      node.properties().forEach(each -> flatten(prefix + each.getKey(), each.getValue(), values));
    }
  }

  /** How many rows of a list the form shows; one to begin with. */
  static int rows(Filled form, String list) {
    String prefix = list + "/";
    return Math.clamp(
        form.values().keySet().stream()
            .filter(name -> name.startsWith(prefix))
            .map(name -> name.substring(prefix.length()).split("/", 2)[0])
            .filter(number -> number.matches("(?:0|[1-9][0-9]?)"))
            .mapToInt(number -> Integer.parseInt(number) + 1)
            .max()
            .orElse(1),
        1,
        MOST_ROWS);
  }

  /**
   * The form after one of its buttons that add and remove rows; the same form for any other.
   *
   * @param act such as add-outcomes, remove-outcomes-2, add-skills-2, remove-skills-2-0
   */
  static Filled after(String act, Filled form) {
    Matcher asked = ACT.matcher(act);
    if (!asked.matches()) {
      return form;
    }
    String first = asked.group(3);
    boolean skills = asked.group(2).equals("skills");
    if (skills && first == null) {
      return form;
    }
    String list = skills ? OUTCOMES + "/" + first + "/skills" : asked.group(2);
    if (asked.group(1).equals("add")) {
      int row = rows(form, list);
      return row < MOST_ROWS ? form.with(list + "/" + row + blank(list), "") : form;
    }
    String row = skills ? asked.group(4) : first;
    return row == null ? form : without(form, list + "/", Integer.parseInt(row));
  }

  private static String blank(String list) {
    return switch (list) {
      case OUTCOMES -> "/text/sv";
      case BENEFITS -> "/text";
      default -> "/label";
    };
  }

  private static Filled without(Filled form, String prefix, int row) {
    MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
    form.values()
        .forEach(
            (name, each) -> {
              String rest = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
              String number = rest.split("/", 2)[0];
              if (!number.matches("(?:0|[1-9][0-9]?)")) {
                values.put(name, each);
                return;
              }
              int at = Integer.parseInt(number);
              if (at != row) {
                int now = at > row ? at - 1 : at;
                values.put(prefix + now + rest.substring(number.length()), each);
              }
            });
    return new Filled(values, null);
  }
}
