package org.mikromerit.platform.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.apache.kafka.clients.admin.AdminClientConfig;
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
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * One declared topic.
   *
   * @param config Kafka's own names and values
   */
  public record Topic(String name, int partitions, Map<String, String> config) {}

  public Topics {
    all = List.copyOf(all);
  }

  /**
   * Reads a declaration: {@code {"topics":[{"name","partitions","config":{…}}]}}, or the bare
   * array. Other fields are not ours.
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
        topics.add(
            new Topic(topic.path("name").asText(), topic.path("partitions").asInt(), config));
      }
      return new Topics(topics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes what is missing and sets what differs; takes nothing away. */
  public void applyTo(Admin admin) {
    Set<String> there = get(admin.listTopics().names());
    List<Topic> known = all.stream().filter(topic -> there.contains(topic.name())).toList();
    create(admin, all.stream().filter(topic -> !known.contains(topic)).toList());
    raisePartitions(admin, known);
    configure(admin, known);
    awaitAll(admin);
  }

  /**
   * Empties the broker at an address. Kafka's classes are those that this class sees, whatever
   * class loader the calling test has around it.
   */
  public void recreateAt(String bootstrap) {
    Thread thread = Thread.currentThread();
    ClassLoader around = thread.getContextClassLoader();
    thread.setContextClassLoader(Topics.class.getClassLoader());
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
      recreateOn(admin);
    } finally {
      thread.setContextClassLoader(around);
    }
  }

  /** Empties the broker: every topic goes, then the declared ones are made. */
  public void recreateOn(Admin admin) {
    get(admin.deleteTopics(get(admin.listTopics().names())).all());
    // The list is the broker's, which learns a moment later than the controller that a topic was
    // made: one that it did not name yet is removed here.
    for (Set<String> left = create(admin, all); !left.isEmpty(); left = create(admin, all)) {
      get(admin.deleteTopics(left).all());
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
        throw interrupted(e);
      }
    }
    return there;
  }

  private static NewTopic wanted(Topic topic) {
    return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config());
  }

  /** Waits until clients are told of every topic, so that none starts on an unknown one. */
  private void awaitAll(Admin admin) {
    Instant end = Instant.now().plus(PATIENCE);
    Set<String> names = all.stream().map(Topic::name).collect(Collectors.toSet());
    while (!get(admin.listTopics().names()).containsAll(names)) {
      if (Instant.now().isAfter(end)) {
        throw new PlatformException("Kafka made the topics but does not list them.");
      }
      pause();
    }
  }

  private static void raisePartitions(Admin admin, List<Topic> topics) {
    Map<String, TopicDescription> is =
        get(admin.describeTopics(topics.stream().map(Topic::name).toList()).allTopicNames());
    Map<String, NewPartitions> more =
        topics.stream()
            .filter(topic -> partitions(is, topic) < topic.partitions())
            .collect(
                Collectors.toMap(
                    Topic::name, topic -> NewPartitions.increaseTo(topic.partitions())));
    get(admin.createPartitions(more).all());
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
    get(admin.incrementalAlterConfigs(changes).all());
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new PlatformException("Kafka refuses: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static PlatformException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new PlatformException("Interrupted.", e);
  }
}
