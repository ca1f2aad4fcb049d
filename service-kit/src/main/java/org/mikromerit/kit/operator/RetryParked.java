package org.mikromerit.kit.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.inbox.DrainParked;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/** The operator has a topic's parked events tried again. */
@ApplicationScoped
public class RetryParked {
  static final String EXAMPLE = "{\"topic\":\"mm.definition.v1\"}";

  private static final int LONGEST_KEY = 500;

  private final OperatorViews views;
  private final DrainParked drain;
  private final Audit audit;

  RetryParked(OperatorViews views, DrainParked drain, Audit audit) {
    this.views = views;
    this.drain = drain;
    this.audit = audit;
  }

  /**
   * Which events.
   *
   * @param key null for all keys of the topic
   */
  public record Request(@Nullable String topic, @Nullable String key) {}

  /**
   * What is being tried.
   *
   * @param waiting how many events were parked when it began
   */
  public record Begun(String topic, long waiting) {}

  @Transactional
  public Begun retry(@Nullable Request request) {
    String topic = topic(request == null ? null : request.topic());
    String key = request == null ? null : request.key();
    if (key != null && (key.isEmpty() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0)) {
      throw new ProblemException(
          Problems.invalidValue("/key", "key is a parked event's key, or is left out."));
    }
    audit.record("retry-parked", "topic", topic, Map.of());
    long waiting = views.parked(topic, key);
    drain.begin(topic, key);
    return new Begun(topic, waiting);
  }

  private static String topic(@Nullable String name) {
    if (name == null || Topic.named(name).isEmpty()) {
      throw new ProblemException(
          Problems.invalidValue(
              "/topic", "topic is the name of one of the topics, such as mm.definition.v1."));
    }
    return name;
  }
}
