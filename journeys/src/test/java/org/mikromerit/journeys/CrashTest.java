package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.platform.launcher.Port;
import org.mikromerit.platform.launcher.Stack;
import org.mikromerit.platform.service.ServiceProcess;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;

/**
 * Whatever dies in the middle of a batch, wherever it dies: afterwards nothing that was answered is
 * lost, nothing was done twice, and everybody agrees. The seed is printed; {@code
 * -Dmikromerit.seed} replays it.
 */
class CrashTest {
  private static final long SEED = Long.getLong("mikromerit.seed", 20_260_312L);
  private static final List<String> SERVICES =
      List.of("issuer", "registry", "verification", "stacking");
  private static final int ROWS = 100;

  /** Two rows a transaction, so that a batch of a hundred has many middles to be killed in. */
  private static final Map<String, String> SMALL_STEPS = Map.of("MIKROMERIT_BATCH_CHUNK", "2");

  private final Installation installation = Installation.get();
  private final Stack stack = installation.stack();
  private final World world = new World(SEED);
  private final Random random = new Random(SEED);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> revoked = new ConcurrentSkipListSet<>();

  @SuppressWarnings("NullAway.Init") // set before every test
  private Institution school;

  @SuppressWarnings("NullAway.Init") // set before every test
  private Learner learner;

  @SuppressWarnings("NullAway.Init") // set before every test
  private String ofTheBatch;

  @SuppressWarnings("NullAway.Init") // set before every test
  private Journal journal;

  @BeforeEach
  void aSchoolWithSomethingToIssue() {
    System.out.println("seed " + SEED);
    run(replicas(1));
    school = Institution.authorised(installation, world.organisation("Skolan"));
    learner = Learner.withVerifiedEmail(installation);
    ofTheBatch = school.published(world.definition());
    journal = new Journal(school, school.published(world.definition()));
  }

  @AfterEach
  void theFirstOfEachRuns() {
    replicas(2).forEach(ServiceProcess::stop);
    stack.startPostgres();
    stack.startKafka();
    run(replicas(1));
  }

  @AfterAll
  static void everythingRunsAsBefore() {
    Installation.get().stack().start();
  }

  /**
   * Something that is killed, dies again at each named place when it comes back, and then stays.
   */
  record Victim(String name, List<String> places) {}

  @Test
  @Tag("R1")
  @Tag("R2")
  @Tag("R3")
  void whateverDiesInTheMiddleOfABatchLosesNothingAndDoesNothingTwice() throws Exception {
    String pathway = school.pathway("{\"part\":{\"definition\":\"" + ofTheBatch + "\"}}");
    school.awards(pathway, school.published(world.definition()));
    List<Victim> victims = victims();

    for (Victim victim : victims) {
      System.out.println(victim);
      String batch = sendBatch(victim.name() + String.join(" ", victim.places()));
      List<Future<?>> clients = new ArrayList<>(List.of(issueAndRevoke()));
      awaitTheMiddle(batch);
      kill(victim.name());
      for (String place : victim.places()) {
        clients.add(issueAndRevoke());
        dies(victim.name(), place);
      }
      start(victim.name());
      for (Future<?> client : clients) {
        client.get();
      }
      awaitAllIssued(batch);
    }

    journal.assertAnswersStand();
    awaitAward(pathway);
    new Reconciliation(installation, school, learner)
        .assertEverybodyAgrees(journal, victims.size() * ROWS + 1, revoked);
  }

  @Test
  @Tag("R1")
  @Tag("R2")
  void ofTwoReplicasEitherMayDieAndBothGiveTheSameAnswers() throws Exception {
    run(replicas(2));
    Http other = installation.http(Port.ISSUER_2);
    for (int n = 0; n < 10; n++) {
      journal.issueAtBoth(installation.issuer(), other, world.learner());
    }
    String batch = sendBatch("two replicas");
    Future<?> meanwhile = issueAndRevoke();

    awaitTheMiddle(batch);
    replicas(1).forEach(ServiceProcess::kill);
    Await.until("the other issuer ends the batch", () -> isFinished(other, batch));
    run(replicas(1));
    replicas(2).forEach(ServiceProcess::kill);
    meanwhile.get();

    journal.assertAnswersStand();
    new Reconciliation(installation, school, learner).assertEverybodyAgrees(journal, ROWS, revoked);
  }

  private List<Victim> victims() {
    List<Victim> victims = new ArrayList<>();
    victims.add(new Victim("issuer", List.of("after-signature:" + row(), "after-row:" + row())));
    victims.add(new Victim("issuer", List.of("after-ack", "after-commit")));
    victims.add(new Victim("registry", List.of("before-offset")));
    victims.add(new Victim("stacking", List.of("before-offset")));
    victims.add(new Victim("verification", List.of()));
    victims.add(new Victim("kafka", List.of()));
    victims.add(new Victim("postgres", List.of()));
    Collections.shuffle(victims, random);
    return victims;
  }

  /** One of the next rows of the batch that a process goes on with. */
  private int row() {
    return 1 + random.nextInt(ROWS / 5);
  }

  private void kill(String name) {
    switch (name) {
      case "kafka" -> stack.kafka().kill();
      case "postgres" -> stack.postgres().kill();
      default -> service(name).kill();
    }
  }

  private void start(String name) {
    switch (name) {
      case "kafka" -> stack.startKafka();
      case "postgres" -> stack.startPostgres();
      default -> run(List.of(service(name)));
    }
  }

  /** Comes back with what was left to do, and dies of it. */
  private void dies(String service, String place) {
    ServiceProcess doomed =
        service(service)
            .with(
                Map.of("MIKROMERIT_FAULT_POINT", place, "MIKROMERIT_FAULT_POINTS_ALLOWED", "true"));
    doomed.launch();
    Await.until(service + " died " + place, () -> doomed.daemon().running().isEmpty());
  }

  private ServiceProcess service(String name) {
    return service(name, 1);
  }

  private ServiceProcess service(String name, int replica) {
    ServiceProcess service = stack.service(name, replica);
    return name.equals("issuer") ? service.with(SMALL_STEPS) : service;
  }

  private List<ServiceProcess> replicas(int replica) {
    return SERVICES.stream().map(name -> service(name, replica)).toList();
  }

  private static void run(List<ServiceProcess> processes) {
    processes.forEach(ServiceProcess::launch);
    processes.forEach(ServiceProcess::await);
  }

  /** A client that goes on while something is dead, and asks until it is answered. */
  private Future<?> issueAndRevoke() {
    List<JsonNode> learners = List.of(world.learner(), world.learner(), world.learner());
    return workers.submit(
        () -> {
          String one = learners.stream().map(journal::issue).toList().getLast().credential();
          Reply reply = Journal.insist(() -> school.revoke(one));
          // A repeated question may find that the first one, which was not answered, was heard.
          assertThat(reply.status()).as(reply.body()).isIn(200, 409);
          revoked.add(one);
        });
  }

  /** A batch whose rows are all the same learner's, each for another occasion. */
  private String sendBatch(String name) {
    var csv = new StringBuilder("given_name,family_name,identifier_type,identifier,awarded_at,");
    csv.append("external_reference,evidence_statement\n");
    for (int row = 0; row < ROWS; row++) {
      csv.append("Åsa,Öberg,email,").append(learner.email()).append(",2026-03-14,");
      csv.append(name).append(' ').append(row).append(",Seen and noted by the assessor\n");
    }
    Reply reply =
        installation
            .issuer()
            .post("/organisations/" + school.id() + "/batches?version=1&definition=" + ofTheBatch)
            .bearer(school.token())
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body("text/csv", csv.toString().getBytes(StandardCharsets.UTF_8))
            .send();
    assertThat(reply.status()).as(reply.body()).isEqualTo(202);
    return reply.json().path("id").asText();
  }

  /** Some rows in; how many is the seed's to say. */
  private void awaitTheMiddle(String batch) {
    int rows = 1 + random.nextInt(ROWS / 3);
    Await.until(
        rows + " rows are decided",
        () -> batch(installation.issuer(), batch).path("done").asInt() >= rows);
  }

  private void awaitAllIssued(String batch) {
    Await.until("the batch is finished", () -> isFinished(installation.issuer(), batch));
    JsonNode end = batch(installation.issuer(), batch);
    assertThat(end.path("issued").asInt()).as(end.toString()).isEqualTo(ROWS);
  }

  private boolean isFinished(Http issuer, String batch) {
    return batch(issuer, batch).path("state").asText().equals("FINISHED");
  }

  private JsonNode batch(Http issuer, String batch) {
    return issuer
        .get("/organisations/" + school.id() + "/batches/" + batch)
        .bearer(school.token())
        .send()
        .json();
  }

  private void awaitAward(String pathway) {
    Await.untilAsserted(
        "one learner, one award",
        () ->
            assertThat(school.progress(pathway))
                .singleElement()
                .satisfies(
                    each ->
                        assertThat(each.path("award").path("state").asText())
                            .isEqualTo("STANDING")));
  }
}
