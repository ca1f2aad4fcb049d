package org.mikromerit.events;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What {@code topics.json} declares of a topic.
 *
 * @param config the broker's settings of it
 * @param writer the one service that writes it
 * @param readers the services that read it
 */
public record TopicSettings(
    String name,
    int partitions,
    String lane,
    String writer,
    List<String> readers,
    Map<String, String> config) {

  private static final class Declared {
    private static final Map<String, TopicSettings> BY_NAME = read();

    private static Map<String, TopicSettings> read() {
      try (InputStream in = TopicSettings.class.getResourceAsStream("topics.json")) {
        var json = new ObjectMapper();
        return json
            .convertValue(
                json.readTree(in).path("topics"), new TypeReference<List<TopicSettings>>() {})
            .stream()
            .collect(Collectors.toUnmodifiableMap(TopicSettings::name, Function.identity()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static TopicSettings of(Topic topic) {
    TopicSettings settings = Declared.BY_NAME.get(topic.topicName());
    if (settings == null) {
      throw new IllegalStateException("topics.json declares no " + topic.topicName());
    }
    return settings;
  }

  /** Whether the topic keeps the newest event of every key for ever. */
  public boolean compacted() {
    return "compact".equals(config.get("cleanup.policy"));
  }
}
