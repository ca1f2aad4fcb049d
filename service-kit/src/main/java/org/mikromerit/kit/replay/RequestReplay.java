package org.mikromerit.kit.replay;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.identity.Ids;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/** The operator asks this service to tell a topic's entities again. */
@ApplicationScoped
class RequestReplay {
  private final List<Replayable> replayables;
  private final Replays replays;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;

  RequestReplay(
      @All List<Replayable> replayables,
      Replays replays,
      Audit audit,
      Ids ids,
      InstantSource clock) {
    this.replayables = replayables;
    this.replays = replays;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** Whose entities. */
  record Request(@Nullable String topic) {}

  @Transactional
  Replay request(@Nullable Request request) {
    String topic = request == null ? null : request.topic();
    if (topic == null || !topics().contains(topic)) {
      throw new ProblemException(
          Problems.invalidValue(
              "/topic",
              "topic is one of those that this service can tell again: " + topics() + "."));
    }
    UUID id = ids.next();
    replays.add(id, topic, clock.instant());
    audit.record("replay-requested", "topic", topic, Map.of("replay", id));
    return replays.find(id).orElseThrow();
  }

  private List<String> topics() {
    return replayables.stream()
        .map(each -> each.topic().topicName())
        .sorted()
        .collect(Collectors.toList());
  }
}
