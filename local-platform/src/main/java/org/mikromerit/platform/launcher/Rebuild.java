package org.mikromerit.platform.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mikromerit.platform.PlatformException;

/** Has a projection thrown away and made again, and says whether it is the same. */
final class Rebuild {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** How long what was made again may stay other than it was before it counts as other. */
  private static final Duration SETTLES_WITHIN = Duration.ofSeconds(30);

  private final Map<String, String> services;
  private final Operator operator;
  private final Console console;
  private final InstantSource clock;

  /**
   * @param services their addresses by name
   */
  Rebuild(Map<String, String> services, Operator operator, Console console, InstantSource clock) {
    this.services = new LinkedHashMap<>(services);
    this.operator = operator;
    this.console = console;
    this.clock = clock;
  }

  /**
   * A projection of a service.
   *
   * @param url of the service
   */
  private record Found(String service, String url, JsonNode projection) {
    String name() {
      return projection.path("name").asText();
    }

    String address() {
      return url + "/operator/projections/" + name();
    }
  }

  /**
   * Rebuilds one.
   *
   * @param arguments the projection, as {@code trust} or {@code verification/trust}
   * @return the exit code: 0 only if it is the same again
   */
  int run(List<String> arguments) {
    List<Found> all = all();
    List<Found> asked =
        all.stream()
            .filter(
                each ->
                    arguments.contains(each.name())
                        || arguments.contains(each.service() + "/" + each.name()))
            .toList();
    if (arguments.size() != 1 || asked.size() != 1) {
      throw new PlatformException(
          "Which one? "
              + String.join(
                  ", ", all.stream().map(each -> each.service() + "/" + each.name()).toList()));
    }
    return rebuild(asked.getFirst()) ? 0 : 1;
  }

  private List<Found> all() {
    var all = new ArrayList<Found>();
    services.forEach(
        (name, url) ->
            operator
                .read(url + "/operator/projections")
                .path("items")
                .forEach(each -> all.add(new Found(name, url, each))));
    return all;
  }

  private boolean rebuild(Found found) {
    JsonNode before = dump(found);
    say("before", before);
    operator.begin(found.address() + "/rebuild", "");
    for (JsonNode topic : found.projection().path("ownersReplayNeeded")) {
      replay(topic.asText());
    }
    JsonNode after = settled(found, before);
    say("after", after);
    boolean same = after.equals(before);
    console.say(
        same
            ? "Identical."
            : "Not identical. Where nothing was written meanwhile, what was there before was not"
                + " what the owners say.");
    return same;
  }

  /** What the broker does not keep, its owner tells again. */
  private void replay(String topic) {
    String request = "{\"topic\": \"" + topic + "\"}";
    for (String url : services.values()) {
      Operator.Answer answer = operator.post(url + "/operator/replays", request);
      if (answer.status() == 202) {
        String replay = url + "/operator/replays/" + answer.body().path("id").asText();
        console.say("replay  %s by its owner".formatted(topic));
        JsonNode now = operator.read(replay);
        while (now.path("state").asText().equals("RUNNING")) {
          pause();
          now = operator.read(replay);
        }
        if (!now.path("state").asText().equals("FINISHED")) {
          throw new PlatformException("The replay failed: " + now.path("failure").asText());
        }
        return;
      }
    }
    throw new PlatformException("No running service owns " + topic + ".");
  }

  private JsonNode settled(Found found, JsonNode before) {
    JsonNode now = dump(found);
    Instant since = clock.instant();
    while (!now.equals(before) && clock.instant().isBefore(since.plus(SETTLES_WITHIN))) {
      pause();
      JsonNode next = dump(found);
      if (!next.equals(now)) {
        now = next;
        since = clock.instant();
      }
    }
    return now;
  }

  private JsonNode dump(Found found) {
    return operator.read(found.address() + "/dump");
  }

  private void say(String when, JsonNode dump) {
    console.say(
        "%-7s %s: %d rows, SHA-256 %s"
            .formatted(
                when,
                dump.path("name").asText(),
                dump.path("rows").asLong(),
                dump.path("sha256").asText()));
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted; the service goes on rebuilding.");
    }
  }
}
