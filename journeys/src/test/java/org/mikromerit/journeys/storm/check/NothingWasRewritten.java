package org.mikromerit.journeys.storm.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mikromerit.journeys.Realm;
import org.mikromerit.journeys.storm.Fleet;
import org.mikromerit.journeys.storm.Renewed;
import org.mikromerit.testkit.http.Http.Reply;

/** What {@code ./mikromerit fsck} asks of every service. */
final class NothingWasRewritten implements Check {
  private static final String EXAMINATIONS = "/operator/examinations";
  private static final Duration LONGEST = Duration.ofMinutes(10);

  @Override
  public String question() {
    return "fsck finds nothing: chains, documents, statuses, and copies against their owners";
  }

  @Override
  public List<String> violations(Aftermath aftermath) {
    Map<String, String> examinations = new LinkedHashMap<>();
    Fleet.SERVICES.forEach(
        service -> examinations.put(service, EXAMINATIONS + "/" + begin(aftermath, service)));
    List<String> violations = new ArrayList<>();
    examinations.forEach((service, path) -> violations.addAll(found(aftermath, service, path)));
    return violations;
  }

  private static String begin(Aftermath aftermath, String service) {
    String token = token(aftermath);
    return aftermath
        .insisting()
        .ask(
            service,
            aftermath.random(),
            http -> http.post(EXAMINATIONS).bearer(token).json("{}").send())
        .json()
        .path("id")
        .asText();
  }

  private static List<String> found(Aftermath aftermath, String service, String path) {
    JsonNode examination = awaited(aftermath, service, path);
    String state = examination.path("state").asText();
    if (state.equals("CLEAN")) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    found.add(
        "%s: %s, %d violations %s"
            .formatted(
                service,
                state,
                examination.path("violations").asLong(),
                examination.path("failure").asText("")));
    read(aftermath, service, path + "/violations")
        .path("items")
        .forEach(
            each ->
                found.add(
                    "%s: %s %s (%s): %s"
                        .formatted(
                            service,
                            each.path("table").asText(),
                            each.path("row").asText(),
                            each.path("check").asText(),
                            each.path("sentence").asText())));
    return found;
  }

  private static JsonNode awaited(Aftermath aftermath, String service, String path) {
    Instant end = Instant.now().plus(LONGEST);
    JsonNode examination = read(aftermath, service, path);
    while (examination.path("state").asText().equals("RUNNING") && Instant.now().isBefore(end)) {
      pause();
      examination = read(aftermath, service, path);
    }
    return examination;
  }

  private static JsonNode read(Aftermath aftermath, String service, String path) {
    // A token of its own each time: they last shorter than an examination may.
    String token = token(aftermath);
    Reply reply =
        aftermath
            .insisting()
            .ask(service, aftermath.random(), http -> http.get(path).bearer(token).send());
    return reply.json();
  }

  private static String token(Aftermath aftermath) {
    Realm realm = new Realm(aftermath.fleet().installation());
    return new Renewed(() -> realm.token("operator")).get();
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
