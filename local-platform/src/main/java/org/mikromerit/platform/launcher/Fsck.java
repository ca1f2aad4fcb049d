package org.mikromerit.platform.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mikromerit.platform.PlatformException;

/**
 * Has every running service examine whether what it keeps is what was written, and says where it is
 * not. The ends of the chains are kept in the state folder, so that the next examination sees if
 * one was cut off or made anew.
 */
final class Fsck {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration SAY_EVERY = Duration.ofSeconds(10);
  private static final int PAGE = 200;
  private static final Pattern END = Pattern.compile("(\\d+) ([0-9a-f]{64})");

  private final Map<String, String> services;
  private final Operator operator;
  private final Path ends;
  private final Console console;
  private final InstantSource clock;

  /**
   * @param services their addresses by name
   * @param ends the file with the ends of the chains as they were last
   */
  Fsck(
      Map<String, String> services,
      Operator operator,
      Path ends,
      Console console,
      InstantSource clock) {
    this.services = new LinkedHashMap<>(services);
    this.operator = operator;
    this.ends = ends;
    this.console = console;
    this.clock = clock;
  }

  /**
   * Examines all services at the same time.
   *
   * @return the exit code: 0 only if all were examined to the end and nothing was found
   */
  int run(List<String> arguments) {
    if (!arguments.isEmpty()) {
      throw new PlatformException("fsck takes nothing more: it examines everything.");
    }
    Properties known = known();
    Map<String, String> examinations = new LinkedHashMap<>();
    services.forEach(
        (name, url) ->
            examinations.put(
                name,
                url
                    + "/operator/examinations/"
                    + operator
                        .begin(url + "/operator/examinations", request(known, name))
                        .path("id")
                        .asText()));
    Map<String, JsonNode> results = follow(examinations);
    console.say("");
    console.say(
        "%-14s %-22s %12s %12s  %s"
            .formatted("SERVICE", "CHECK", "EXAMINED", "VIOLATIONS", "STATE"));
    results.forEach(this::table);
    List<String> faults = new ArrayList<>();
    results.forEach((name, result) -> faults.addAll(faults(name, examinations, result)));
    if (faults.isEmpty()) {
      results.forEach((name, result) -> remember(known, name, result));
      keep(known);
    }
    console.say("");
    faults.forEach(console::say);
    console.say(
        faults.isEmpty()
            ? "Everything is as it was written."
            : "Something is not as it was written: docs/reference/operating.md says what to do.");
    return faults.isEmpty() ? 0 : 1;
  }

  private Map<String, JsonNode> follow(Map<String, String> examinations) {
    Map<String, JsonNode> results = new LinkedHashMap<>();
    Map<String, String> said = new LinkedHashMap<>();
    Map<String, Instant> saidAt = new LinkedHashMap<>();
    while (results.size() < examinations.size()) {
      examinations.forEach(
          (name, url) -> {
            if (results.containsKey(name)) {
              return;
            }
            JsonNode now = operator.read(url);
            boolean over = !now.path("state").asText().equals("RUNNING");
            String progress = progress(now);
            Instant last = saidAt.getOrDefault(name, Instant.MIN);
            if (!progress.equals(said.get(name))
                && (over || clock.instant().isAfter(last.plus(SAY_EVERY)))) {
              console.say("%-14s %s".formatted(name, progress));
              said.put(name, progress);
              saidAt.put(name, clock.instant());
            }
            if (over) {
              results.put(name, now);
            }
          });
      pause();
    }
    return results;
  }

  private static String progress(JsonNode examination) {
    long examined = 0;
    long violations = 0;
    int finished = 0;
    String running = "";
    for (JsonNode check : examination.path("checks")) {
      examined += check.path("examined").asLong();
      violations += check.path("violations").asLong();
      if (check.path("state").asText().equals("FINISHED")) {
        finished++;
      } else if (running.isEmpty()) {
        running =
            ", now %s, page %d"
                .formatted(check.path("name").asText(), check.path("pages").asLong() + 1);
      }
    }
    return "%d of %d checks done%s: %d examined, %d violations"
        .formatted(finished, examination.path("checks").size(), running, examined, violations);
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted; the services go on examining.");
    }
  }

  private void table(String service, JsonNode examination) {
    for (JsonNode check : examination.path("checks")) {
      console.say(
          "%-14s %-22s %12d %12d  %s"
              .formatted(
                  service,
                  check.path("name").asText(),
                  check.path("examined").asLong(),
                  check.path("violations").asLong(),
                  check.path("state").asText()));
    }
  }

  private List<String> faults(
      String service, Map<String, String> examinations, JsonNode examination) {
    String state = examination.path("state").asText();
    var faults = new ArrayList<String>();
    if (state.equals("FAILED")) {
      faults.add(
          "%s: not examined to the end. %s"
              .formatted(service, examination.path("failure").asText()));
    }
    String url = examinations.get(service) + "/violations?limit=" + PAGE;
    String next = "";
    long listed = 0;
    do {
      JsonNode page = operator.read(next.isEmpty() ? url : url + "&after=" + next);
      for (JsonNode each : page.path("items")) {
        faults.add(
            "%s: %s %s (%s): %s"
                .formatted(
                    service,
                    each.path("table").asText(),
                    each.path("row").asText(),
                    each.path("check").asText(),
                    each.path("sentence").asText()));
        listed++;
      }
      next = page.path("next").asText("");
    } while (!next.isEmpty() && !next.equals("null"));
    long more = examination.path("violations").asLong() - listed;
    if (more > 0) {
      faults.add("%s: and %d more.".formatted(service, more));
    }
    if (faults.isEmpty() && !state.equals("CLEAN")) {
      faults.add("%s: ended as %s.".formatted(service, state));
    }
    return faults;
  }

  private static String request(Properties known, String service) {
    Matcher end = END.matcher(known.getProperty(service, ""));
    return end.matches()
        ? "{\"known\": {\"number\": %s, \"digest\": \"%s\"}}".formatted(end.group(1), end.group(2))
        : "{}";
  }

  private static void remember(Properties known, String service, JsonNode examination) {
    for (JsonNode check : examination.path("checks")) {
      String note = check.path("note").asText("");
      if (END.matcher(note).matches()) {
        known.setProperty(service, note);
      }
    }
  }

  private Properties known() {
    var known = new Properties();
    if (Files.exists(ends)) {
      try (var in = Files.newInputStream(ends)) {
        known.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return known;
  }

  private void keep(Properties known) {
    try (var out = Files.newOutputStream(ends)) {
      known.store(
          out, "Where each service's chain ended when nothing was found; for the next fsck.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
