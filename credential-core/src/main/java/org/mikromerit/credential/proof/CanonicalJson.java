package org.mikromerit.credential.proof;

import com.apicatalog.jcs.Jcs;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** JSON in the one way in which RFC 8785 (JCS) writes it. */
final class CanonicalJson {

  private static final HexFormat HEX = HexFormat.of();
  private static final int USUAL_LENGTH = 8 * 1024;

  private final StringBuilder text = new StringBuilder(USUAL_LENGTH);

  private CanonicalJson() {}

  static String of(JsonObject object) {
    CanonicalJson canonical = new CanonicalJson();
    canonical.object(object);
    return canonical.text.toString();
  }

  private void value(JsonValue value) {
    switch (value) {
      case JsonObject object -> object(object);
      case JsonArray array -> array(array);
      case JsonString string -> string(string.getString());
      // How ECMAScript writes a number is an art of its own.
      default -> text.append(Jcs.canonize(value));
    }
  }

  /** By the names' UTF-16 code units (section 3.2.3), which is how Java orders strings. */
  private void object(JsonObject object) {
    List<Map.Entry<String, JsonValue>> members = new ArrayList<>(object.entrySet());
    members.sort(Map.Entry.comparingByKey());
    char before = '{';
    for (Map.Entry<String, JsonValue> member : members) {
      text.append(before);
      string(member.getKey());
      text.append(':');
      value(member.getValue());
      before = ',';
    }
    text.append(members.isEmpty() ? "{}" : "}");
  }

  private void array(JsonArray array) {
    char before = '[';
    for (JsonValue element : array) {
      text.append(before);
      value(element);
      before = ',';
    }
    text.append(array.isEmpty() ? "[]" : "]");
  }

  private void string(String string) {
    text.append('"');
    int written = 0;
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        text.append(string, written, i).append('\\');
        escape(c);
        written = i + 1;
      }
    }
    text.append(string, written, string.length()).append('"');
  }

  private void escape(char c) {
    switch (c) {
      case '\b' -> text.append('b');
      case '\t' -> text.append('t');
      case '\n' -> text.append('n');
      case '\f' -> text.append('f');
      case '\r' -> text.append('r');
      case '"', '\\' -> text.append(c);
      default -> text.append('u').append(HEX.toHexDigits(c));
    }
  }
}
