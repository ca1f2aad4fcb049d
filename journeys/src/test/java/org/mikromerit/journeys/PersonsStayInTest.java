package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.journeys.Institution.idOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http.Reply;

/** A learner's name and identifier are in the credential, and in no event and no log. */
class PersonsStayInTest {
  private final Installation installation = Installation.get();
  private final World world = new World(1_789L);

  @Test
  @Tag("S9")
  void aLearnersNameAndIdentifierAreInNoEventAndNoLog() throws IOException {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    ObjectNode learner = new ObjectMapper().createObjectNode();
    learner.put("givenName", "Kanariefågel").put("familyName", "Gulfjäder");
    learner
        .putObject("identifier")
        .put("type", "email")
        .put("value", "kanarie." + UUID.randomUUID() + "@example.org");
    Reply issued = school.issued(school.published(world.definition()), learner);
    school.revoke(idOf(issued));
    Await.until(
        "both facts went through the topics",
        () ->
            installation
                    .registry()
                    .get("/ledger?credential=" + idOf(issued))
                    .send()
                    .json()
                    .path("items")
                    .size()
                == 2);

    List<String> said = new ArrayList<>(everyRecord());
    said.addAll(everyLog());

    assertThat(said).anyMatch(text -> text.contains(idOf(issued)));
    assertThat(said)
        .noneMatch(
            text ->
                text.contains("Kanariefågel")
                    || text.contains("Gulfjäder")
                    || text.toLowerCase(java.util.Locale.ROOT).contains("kanarie."));
  }

  private List<String> everyRecord() {
    try (var consumer =
        new KafkaConsumer<>(
            installation.kafka().settings(),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .filter(info -> info.topic().startsWith("mm."))
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      var records = new ArrayList<String>();
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          records.add(text(record.key()) + text(record.value()));
          record.headers().forEach(header -> records.add(text(header.value())));
        }
      }
      return records;
    }
  }

  private List<String> everyLog() throws IOException {
    try (Stream<Path> logs = Files.list(installation.home().folder("log"))) {
      var texts = new ArrayList<String>();
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(log, StandardCharsets.UTF_8));
      }
      return texts;
    }
  }

  private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
