package org.mikromerit.journeys.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mikromerit.journeys.Installation;
import org.mikromerit.journeys.Institution;
import org.mikromerit.journeys.World;
import org.mikromerit.journeys.bench.Load.Outcome;
import org.mikromerit.platform.launcher.Port;
import org.mikromerit.platform.launcher.Stack;
import org.mikromerit.platform.service.ServiceProcess;

/** What every goal is measured on: a platform of its own, at which one institution is at work. */
final class Bench implements AutoCloseable {
  private static final int WARM_CLIENTS = 8;

  private final Installation installation;
  private final Plan plan;
  private final Consumer<String> out;
  private final Databases databases;
  private final Backlog backlog;
  private final School school;
  private int series;
  private double sustainable;
  private @Nullable School schoolWithLongList;

  private Bench(Installation installation, Plan plan, Consumer<String> out) {
    this.installation = installation;
    this.plan = plan;
    this.out = out;
    this.databases = new Databases(stack().postgres().admin());
    this.backlog = new Backlog(databases, stack().kafka().admin());
    this.school = School.settled(installation, new World(7));
  }

  /** Starts the platform, has an institution settle there, and lets both run warm. */
  static Bench started(Installation installation, Plan plan, Consumer<String> out) {
    installation.stack().start();
    Bench bench = new Bench(installation, plan, out);
    bench.tell("warming up");
    Instant end = Instant.now().plus(plan.longestWarmUp());
    for (long issued = 0; issued < plan.warmUp() && Instant.now().isBefore(end); ) {
      issued += bench.issues().closed(WARM_CLIENTS, plan.round()).count(201);
    }
    bench.backlog.awaitNone();
    return bench;
  }

  Plan plan() {
    return plan;
  }

  Installation installation() {
    return installation;
  }

  Stack stack() {
    return installation.stack();
  }

  Databases databases() {
    return databases;
  }

  Backlog backlog() {
    return backlog;
  }

  School school() {
    return school;
  }

  int port(Port port) {
    return installation.port(port);
  }

  /** Single issues, each to a learner whom nobody knew. */
  Load issues() {
    String name = "s" + series++;
    return new Load(port(Port.ISSUER), number -> school.issue(name, number));
  }

  /** The limit by the same PostgreSQL. */
  Pairs pairs() {
    return Pairs.beside(
        stack().postgres().admin(), stack().postgres().port(), installation.home().folder("bench"));
  }

  static JsonNode json(String body) {
    try {
      return Institution.JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double loadAverage() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** So many credentials, as their documents. */
  List<String> documents(int count) {
    return documents(school, count);
  }

  /** The same of a school. */
  List<String> documents(School of, int count) {
    Queue<String> documents = new ConcurrentLinkedQueue<>();
    while (documents.size() < count) {
      String name = "d" + series++;
      allOf(
          new Load(port(Port.ISSUER), number -> of.issue(name, number))
              .noting(seen -> documents.add(seen.body()))
              .closed(WARM_CLIENTS, Duration.ofSeconds(1)),
          201);
    }
    backlog.awaitNone();
    return documents.stream().limit(count).toList();
  }

  static UUID idOf(String document) {
    return UUID.fromString(json(document).path("id").asText().replace("urn:uuid:", ""));
  }

  /** The rate that the peak was seen to hold, or a short search for it. */
  double sustainable() {
    if (sustainable == 0) {
      sustainable = Peak.sustainable(this);
    }
    return sustainable;
  }

  /** One whose credentials stand in a list of 1,048,576 places; the issuer is started for it. */
  School schoolWithLongList() {
    School known = schoolWithLongList;
    if (known == null) {
      ServiceProcess issuer =
          stack().service("issuer").with(Map.of("MIKROMERIT_STATUS_CAPACITY", "1048576"));
      issuer.stop();
      issuer.launch();
      issuer.await();
      known = School.settled(installation, new World(8));
      schoolWithLongList = known;
      // So that its list is there before the issuer forgets how long new ones are to be.
      documents(known, 1);
      issuer.stop();
      stack().service("issuer").launch();
      stack().service("issuer").await();
      allOf(issues().closed(WARM_CLIENTS, plan.round().multipliedBy(4)), 201);
      backlog.awaitNone();
    }
    return known;
  }

  Line.Answer ask(byte[] request, int status) {
    return ask(Port.ISSUER, request, status);
  }

  /** One request, answered as it must be. */
  Line.Answer ask(Port port, byte[] request, int status) {
    try (Line line = new Line(port(port))) {
      Line.Answer answer = line.ask(request);
      if (answer.status() != status) {
        throw new IllegalStateException(answer.status() + ": " + answer.body());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses to measure what was not answered. */
  static Outcome allOf(Outcome outcome, int status) {
    if (outcome.count(status) < outcome.all().size() || outcome.turnedBack() > 0) {
      throw new IllegalStateException(
          "Not all were %d: %s, %d turned back"
              .formatted(status, outcome.statuses(), outcome.turnedBack()));
    }
    return outcome;
  }

  /** Processor time by process as a row of a table whose columns are {@link #PROCESSES}. */
  static String row(Map<String, Double> micros) {
    return PROCESSES.stream()
        .map(name -> Sample.number(micros.getOrDefault(name, 0.0)))
        .collect(Collectors.joining(" | ", "| ", " | " + Sample.number(ours(micros)) + " |"));
  }

  private static final List<String> PROCESSES =
      List.of(
          "issuer",
          "registry",
          "verification",
          "stacking",
          "postgres",
          "kafka",
          "keycloak",
          "load",
          Processors.COMPILERS);

  static final List<String> ROWS =
      List.of(
          "| " + String.join(" | ", PROCESSES) + " | all without load |",
          "|" + "---|".repeat(PROCESSES.size() + 1));

  /** Of all but the one that measures. */
  static double ours(Map<String, Double> micros) {
    return micros.entrySet().stream()
        .filter(each -> !List.of("load", Processors.COMPILERS).contains(each.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  void tell(String words) {
    out.accept("bench  " + words);
  }

  static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    backlog.close();
    installation.stack().stop();
  }
}
