package org.mikromerit.credential.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.mikromerit.credential.document.MalformedJson.Code;

/**
 * Reads and writes JSON objects such that two readers cannot understand them differently (I-JSON,
 * RFC 7493): UTF-8 without byte order mark, no name twice, no lone surrogate, numbers that every
 * reader holds exactly, nothing after the object; all of it bounded.
 */
public final class StrictJson {

  private static final int LONGEST_NAME = 512;
  private static final int LONGEST_NUMBER = 64;
  private static final char REPLACEMENT = '\uFFFD';

  // Names of hostile documents must neither be interned nor kept in a table that all parsers share.
  private static final JsonFactory TOKENS =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNameLength(LONGEST_NAME)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(Bounds.STATUS_LIST.stringLength())
                  .maxNestingDepth(Bounds.CREDENTIAL.depth() + 1)
                  .build())
          .build();

  private final Bounds bounds;
  private int values;

  private StrictJson(Bounds bounds) {
    this.bounds = bounds;
  }

  public static JsonObject parse(byte[] bytes) throws MalformedJson {
    return parse(bytes, Bounds.CREDENTIAL);
  }

  public static JsonObject parse(byte[] bytes, Bounds bounds) throws MalformedJson {
    return (JsonObject) parse(bytes, bounds, JsonToken.START_OBJECT, Code.NOT_AN_OBJECT);
  }

  private static JsonValue parse(byte[] bytes, Bounds bounds, JsonToken start, Code otherwise)
      throws MalformedJson {
    if (bytes.length > bounds.bytes()) {
      throw new MalformedJson(Code.TOO_LARGE, "more than " + bounds.bytes() + " bytes");
    }
    try (JsonParser parser = TOKENS.createParser(text(bytes))) {
      return new StrictJson(bounds).document(parser, start, otherwise);
    } catch (StreamConstraintsException e) {
      throw new MalformedJson(Code.TOO_LONG, "a name, number or string is too long");
    } catch (IOException e) {
      throw new MalformedJson(Code.NOT_JSON, "not JSON");
    }
  }

  /** An array, as the disclosures of an SD-JWT are, under the same demands. */
  public static JsonArray parseArray(byte[] bytes, Bounds bounds) throws MalformedJson {
    return (JsonArray) parse(bytes, bounds, JsonToken.START_ARRAY, Code.NOT_JSON);
  }

  /** The same value always gives the same bytes. */
  public static byte[] write(JsonObject object) {
    return object.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) throws MalformedJson {
    String lenient = new String(bytes, StandardCharsets.UTF_8);
    // Whatever is not UTF-8 becomes this character; a decoder that asks takes four times as long.
    return lenient.indexOf(REPLACEMENT) < 0 ? lenient : exactText(bytes);
  }

  private static String exactText(byte[] bytes) throws MalformedJson {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return text.toString();
    } catch (CharacterCodingException e) {
      throw new MalformedJson(Code.NOT_UTF8, "not UTF-8");
    }
  }

  private JsonValue document(JsonParser parser, JsonToken start, Code otherwise)
      throws IOException, MalformedJson {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new MalformedJson(Code.NOT_JSON, "empty");
    }
    if (first != start) {
      throw new MalformedJson(otherwise, "something else was expected");
    }
    JsonValue document = start == JsonToken.START_OBJECT ? object(parser, 1) : array(parser, 1);
    if (parser.nextToken() != null) {
      throw new MalformedJson(Code.NOT_JSON, "something follows the document");
    }
    return document;
  }

  private JsonObject object(JsonParser parser, int depth) throws IOException, MalformedJson {
    JsonObjectBuilder object = JsonTree.object();
    Set<String> names = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = wellFormed(parser.currentName());
      if (!names.add(name)) {
        throw new MalformedJson(Code.REPEATED_NAME, "a member's name occurs twice");
      }
      requireRoom(names.size());
      parser.nextToken();
      object.add(name, value(parser, depth));
    }
    return object.build();
  }

  private JsonArray array(JsonParser parser, int depth) throws IOException, MalformedJson {
    JsonArrayBuilder array = JsonTree.array();
    int elements = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      requireRoom(++elements);
      array.add(value(parser, depth));
    }
    return array.build();
  }

  private void requireRoom(int elements) throws MalformedJson {
    if (elements > bounds.elements() || ++values > bounds.values()) {
      throw new MalformedJson(Code.TOO_MANY_VALUES, "too many values");
    }
  }

  private JsonValue value(JsonParser parser, int depth) throws IOException, MalformedJson {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, deeper(depth));
      case START_ARRAY -> array(parser, deeper(depth));
      case VALUE_STRING -> JsonTree.string(bounded(wellFormed(parser.getText())));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ExactNumber.read(parser.getText());
      case VALUE_TRUE -> JsonValue.TRUE;
      case VALUE_FALSE -> JsonValue.FALSE;
      case VALUE_NULL -> JsonValue.NULL;
      default -> throw new MalformedJson(Code.NOT_JSON, "not JSON");
    };
  }

  private int deeper(int depth) throws MalformedJson {
    if (depth >= bounds.depth()) {
      throw new MalformedJson(Code.TOO_DEEP, "nested deeper than " + bounds.depth());
    }
    return depth + 1;
  }

  private String bounded(String text) throws MalformedJson {
    if (text.length() > bounds.stringLength()) {
      throw new MalformedJson(Code.TOO_LONG, "a string is too long");
    }
    return text;
  }

  private static String wellFormed(String text) throws MalformedJson {
    if (!Unicode.isWellFormed(text)) {
      throw new MalformedJson(Code.LONE_SURROGATE, "half of a surrogate pair");
    }
    return text;
  }
}
