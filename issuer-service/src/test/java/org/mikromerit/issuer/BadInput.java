package org.mikromerit.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mikromerit.testkit.input.Recipe;

/**
 * One input that means harm, and what it must be answered with: a file of {@code bad-input}, whose
 * README says how such a file is written.
 */
record BadInput(String name, JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("src/test/resources/bad-input");

  static List<BadInput> all() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(BadInput::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BadInput read(Path file) {
    try {
      return new BadInput(FOLDER.relativize(file).toString(), JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** The operation that it is sent to, which is the name of its folder. */
  String operation() {
    return name.substring(0, name.indexOf('/'));
  }

  /** By which kind of instance. */
  String instance() {
    return json.path("instance").asText("web");
  }

  String contentType() {
    return json.path("type").asText("application/json");
  }

  Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    json.path("headers").properties().forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
    return headers;
  }

  /** Whether its body is looked at, and it is not refused by its headers alone. */
  boolean isRead() {
    return expected().path("status").asInt() != 415;
  }

  JsonNode expected() {
    return json.path("expect");
  }

  /**
   * What to send.
   *
   * @param sound a request to which nothing is wrong
   */
  byte[] body(JsonNode sound, Recipe recipe) {
    if (json.has("hex")) {
      return HexFormat.of().parseHex(json.get("hex").asText());
    }
    String text =
        json.has("text")
            ? recipe.text(json.get("text"))
            : recipe.edit(sound, json.path("change")).toString();
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
