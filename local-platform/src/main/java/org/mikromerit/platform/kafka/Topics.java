package org.mikromerit.platform.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.mikromerit.platform.PlatformException;

/** The topics as event-contracts declares them, and how a broker comes to have them. */
public record Topics(List<Topic> all) {
  /**
   * One declared topic.
   *
   * @param config Kafka's own names and values
   * @param writer the one service that may write it, or empty
   * @param readers the services that may read it
   */
  public record Topic(
      String name, int partitions, Map<String, String> config, String writer, Set<String> readers) {

    public Topic {
      config = Map.copyOf(config);
      readers = Set.copyOf(readers);
    }

    /** A topic that only the administrator may use. */
    public Topic(String name, int partitions, Map<String, String> config) {
      this(name, partitions, config, "", Set.of());
    }
  }

  public Topics {
    all = List.copyOf(all);
  }

  /** As event-contracts declares them in a checkout. */
  public static Topics declaredIn(Path checkout) {
    return read(
        checkout.resolve("event-contracts/src/main/resources/org/mikromerit/events/topics.json"));
  }

  /**
   * Reads a declaration: {@code
   * {"topics":[{"name","partitions","config":{…},"writer","readers":[…]}]}}, or the bare array.
   * Other fields are not ours.
   */
  public static Topics read(Path file) {
    try {
      JsonNode root = new ObjectMapper().readTree(Files.readString(file));
      List<Topic> topics = new ArrayList<>();
      for (JsonNode topic : root.isArray() ? root : root.path("topics")) {
        Map<String, String> config = new TreeMap<>();
        topic
            .path("config")
            .properties()
            .forEach(entry -> config.put(entry.getKey(), entry.getValue().asText()));
        Set<String> readers = new TreeSet<>();
        topic.path("readers").forEach(reader -> readers.add(reader.asText()));
        topics.add(
            new Topic(
                topic.path("name").asText(),
                topic.path("partitions").asInt(),
                config,
                topic.path("writer").asText(),
                readers));
      }
      return new Topics(topics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everybody who writes or reads one of them. */
  public Set<String> services() {
    Set<String> services = new TreeSet<>();
    for (Topic topic : all) {
      if (!topic.writer().isEmpty()) {
        services.add(topic.writer());
      }
      services.addAll(topic.readers());
    }
    return services;
  }

  /** Makes what is missing and sets what differs; takes nothing away. */
  public void applyTo(Admin admin) {
    Set<String> there = Answers.of(admin.listTopics().names());
    List<Topic> known = all.stream().filter(topic -> there.contains(topic.name())).toList();
    create(admin, all.stream().filter(topic -> !known.contains(topic)).toList());
    raisePartitions(admin, known);
    configure(admin, known);
    awaitAll(admin);
  }

  /** Empties the broker: every topic goes, then the declared ones are made. */
  public void recreateOn(Admin admin) {
    Answers.of(admin.deleteTopics(Answers.of(admin.listTopics().names())).all());
    // The list is the broker's, which learns a moment later than the controller that a topic was
    // made: one that it did not name yet is removed here.
    for (Set<String> left = create(admin, all); !left.isEmpty(); left = create(admin, all)) {
      Answers.of(admin.deleteTopics(left).all());
    }
    awaitAll(admin);
  }

  /** Makes the topics and returns the names of those that were there already. */
  private static Set<String> create(Admin admin, Collection<Topic> topics) {
    Set<String> there = new TreeSet<>();
    Map<String, KafkaFuture<Void>> results =
        admin.createTopics(topics.stream().map(Topics::wanted).toList()).values();
    for (Map.Entry<String, KafkaFuture<Void>> result : results.entrySet()) {
      try {
        result.getValue().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw new PlatformException("Topic " + result.getKey() + ": " + e.getMessage(), e);
        }
        there.add(result.getKey());
      } catch (InterruptedException e) {
        throw Answers.interrupted(e);
      }
    }
    return there;
  }

  private static NewTopic wanted(Topic topic) {
    return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config());
  }

  /** Waits until clients are told of every topic, so that none starts on an unknown one. */
  private void awaitAll(Admin admin) {
    Set<String> names = all.stream().map(Topic::name).collect(Collectors.toSet());
    Answers.await(
        "Kafka made the topics but does not list them.",
        () -> Answers.of(admin.listTopics().names()).containsAll(names));
  }

  private static void raisePartitions(Admin admin, List<Topic> topics) {
    Map<String, TopicDescription> is =
        Answers.of(admin.describeTopics(topics.stream().map(Topic::name).toList()).allTopicNames());
    Map<String, NewPartitions> more =
        topics.stream()
            .filter(topic -> partitions(is, topic) < topic.partitions())
            .collect(
                Collectors.toMap(
                    Topic::name, topic -> NewPartitions.increaseTo(topic.partitions())));
    Answers.of(admin.createPartitions(more).all());
  }

  private static int partitions(Map<String, TopicDescription> is, Topic topic) {
    TopicDescription description = is.get(topic.name());
    return description == null ? 0 : description.partitions().size();
  }

  private static void configure(Admin admin, List<Topic> topics) {
    Map<ConfigResource, Collection<AlterConfigOp>> changes =
        topics.stream()
            .collect(
                Collectors.toMap(
                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    topic ->
                        topic.config().entrySet().stream()
                            .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                            .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                            .toList()));
    Answers.of(admin.incrementalAlterConfigs(changes).all());
  }
}
