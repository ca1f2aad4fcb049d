package org.mikromerit.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicsTest {
  private static final long THIRTY_DAYS = Duration.ofDays(30).toMillis();
  private static final long SEVEN_DAYS = Duration.ofDays(7).toMillis();

  @Test
  void declaredTopicsAreThoseThatTheProgramKnows() throws Exception {
    Stream<String> declared =
        declarations().map(each -> each.path("name").asText() + " " + each.path("lane").asText());

    assertThat(declared)
        .containsExactlyElementsOf(
            Arrays.stream(Topic.values())
                .map(each -> each.topicName() + " " + each.lane().name().toLowerCase(Locale.ROOT))
                .toList());
  }

  /** The broker lets nobody else write it, so the two must not drift apart. */
  @ParameterizedTest
  @EnumSource
  void theWriterThatTheBrokerAdmitsIsTheSourceThatConsumersAccept(Topic topic) throws Exception {
    assertThat("/" + declaration(topic).path("writer").asText()).isEqualTo(topic.source());
  }

  @ParameterizedTest
  @EnumSource
  void everyTopicHasReadersAndItsWriterIsNoneOfThem(Topic topic) throws Exception {
    assertThat(declaration(topic).path("readers"))
        .isNotEmpty()
        .allMatch(JsonNode::isTextual)
        .doesNotContain(declaration(topic).path("writer"));
  }

  @Test
  void deliveriesAreReadByTheRegistryAlone() throws Exception {
    assertThat(declaration(Topic.DELIVERY).path("readers"))
        .singleElement()
        .isEqualTo(JsonNodeFactory.instance.textNode("registry"));
  }

  @Test
  void noTopicIsWithoutAnEvent() {
    assertThat(Arrays.stream(EventType.values()).map(EventType::topic).distinct())
        .containsExactlyInAnyOrder(Topic.values());
  }

  @ParameterizedTest
  @EnumSource
  void everySettingIsAStringAndPartitionsAreStated(Topic topic) throws Exception {
    JsonNode declared = declaration(topic);

    assertThat(declared.path("partitions").asInt()).isIn(6, 12);
    assertThat(declared.path("config")).allMatch(JsonNode::isTextual);
  }

  @ParameterizedTest
  @EnumSource
  void segmentsAreSmallEnoughToBeCompactedOrDroppedInTime(Topic topic) throws Exception {
    JsonNode config = declaration(topic).path("config");

    assertThat(number(config, "segment.bytes")).isBetween(1L << 20, 64L << 20);
    assertThat(number(config, "segment.ms")).isBetween(1L, Duration.ofDays(1).toMillis());
    assertThat(number(config, "min.insync.replicas")).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsCompactedIsCompactedWithinADayAndKeepsItsTombstonesForThirty(Topic topic)
      throws Exception {
    JsonNode config = declaration(topic).path("config");
    if (!config.path("cleanup.policy").asText().equals("compact")) {
      return;
    }

    assertThat(number(config, "max.compaction.lag.ms"))
        .isBetween(1L, Duration.ofDays(1).toMillis());
    assertThat(number(config, "delete.retention.ms")).isEqualTo(THIRTY_DAYS);
    assertThat(config.has("retention.ms")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void factsAreKeptForThirtyDaysAndDocumentsForSeven(Topic topic) throws Exception {
    JsonNode config = declaration(topic).path("config");
    if (config.path("cleanup.policy").asText().equals("compact")) {
      return;
    }

    assertThat(config.path("cleanup.policy").asText()).isEqualTo("delete");
    assertThat(number(config, "retention.ms"))
        .isEqualTo(topic == Topic.DELIVERY ? SEVEN_DAYS : THIRTY_DAYS);
  }

  /** A producer whose clock is wrong must not decide how long its events are kept. */
  @ParameterizedTest
  @EnumSource
  void retentionGoesByTheBrokersClock(Topic topic) throws Exception {
    assertThat(declaration(topic).path("config").path("message.timestamp.type").asText())
        .isEqualTo("LogAppendTime");
  }

  private static long number(JsonNode config, String name) {
    return Long.parseLong(config.path(name).asText());
  }

  private static JsonNode declaration(Topic topic) throws IOException {
    return declarations()
        .filter(each -> each.path("name").asText().equals(topic.topicName()))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonNode> declarations() throws IOException {
    try (InputStream in = Objects.requireNonNull(Topic.class.getResourceAsStream("topics.json"))) {
      JsonNode all = Contracts.JSON.readTree(in).path("topics");
      return StreamSupport.stream(all.spliterator(), false);
    }
  }
}
