package org.mikromerit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.replay.Replayable;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.identity.Tokens;

/**
 * What an owner tells again is what it told before: the same ids, the same words. Inherit it with
 * topics of its own ({@code restrictToAnnotatedClass}), so that everything on them is this
 * service's.
 */
public abstract class ReplayContract {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Makes entities of each topic, some of them changed since, and waits for their announcement. */
  protected abstract void makeSome();

  /** The topics that this service can tell again. */
  protected abstract Set<Topic> topics();

  @Test
  @Tag("R5")
  void whatIsToldAgainIsWhatWasToldBefore() {
    makeSome();
    assertThat(replayables()).containsExactlyInAnyOrderElementsOf(topics());
    for (Topic topic : topics()) {
      assertThat(told(topic)).as("something was told on %s", topic).isNotEmpty();

      replay(topic);

      Await.untilAsserted("everything is told again on " + topic, () -> assertToldAgain(topic));
    }
  }

  @Test
  @Tag("R5")
  void aTopicOfAnotherServiceIsRefused() {
    var others = Stream.of(Topic.values()).filter(topic -> !topics().contains(topic)).findFirst();

    var reply =
        new Http("http://localhost:" + RestAssured.port)
            .post("/operator/replays")
            .bearer(Tokens.of(Roles.OPERATOR))
            .json("{\"topic\":\"" + others.orElseThrow().topicName() + "\"}")
            .send();

    assertThat(reply.status()).isEqualTo(400);
  }

  private static void assertToldAgain(Topic topic) {
    Map<String, List<ConsumerRecord<String, byte[]>>> byId =
        told(topic).stream().collect(Collectors.groupingBy(each -> header(each, "ce_id")));
    assertThat(byId.values())
        .allSatisfy(
            same -> {
              assertThat(same.stream().map(ReplayContract::words).distinct()).hasSize(1);
              assertThat(same.stream().map(ConsumerRecord::key).distinct()).hasSize(1);
              assertThat(same.stream().map(each -> header(each, "ce_sequence")).distinct())
                  .hasSize(1);
            });
    Set<String> toldAgain =
        byId.values().stream()
            .filter(same -> same.size() > 1)
            .map(same -> header(same.getFirst(), "ce_subject"))
            .collect(Collectors.toSet());
    assertThat(toldAgain)
        .isEqualTo(
            told(topic).stream()
                .map(each -> header(each, "ce_subject"))
                .collect(Collectors.toSet()));
  }

  private static void replay(Topic topic) {
    String id =
        OperatorCalls.begin("/operator/replays", "{\"topic\":\"" + topic.topicName() + "\"}")
            .path("id")
            .asText();
    Await.until(
        "the replay of " + topic + " is finished",
        () ->
            OperatorCalls.read("/operator/replays/" + id)
                .path("state")
                .asText()
                .equals("FINISHED"));
  }

  private static List<ConsumerRecord<String, byte[]>> told(Topic topic) {
    try (var probe = new TopicProbe()) {
      return probe.records(topic);
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static JsonNode words(ConsumerRecord<String, byte[]> record) {
    try {
      return JSON.readTree(new String(record.value(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<Topic> replayables() {
    return Arc.container().listAll(Replayable.class).stream()
        .map(each -> each.get().topic())
        .collect(Collectors.toSet());
  }
}
