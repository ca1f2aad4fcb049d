package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.platform.launcher.Port;
import org.mikromerit.platform.launcher.Stack;
import org.mikromerit.platform.service.ServiceProcess;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;

/**
 * Whatever dies, wherever it dies: afterwards nothing that was answered is lost, nothing was done
 * twice, and everybody agrees. The seed is printed; {@code -Dmikromerit.seed} replays it.
 */
class CrashTest {
  private static final long SEED = Long.getLong("mikromerit.seed", 20_260_312L);

  private final Installation installation = Installation.get();
  private final Stack stack = installation.stack();
  private final World world = new World(SEED);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  @SuppressWarnings("NullAway.Init") // set before every test
  private Institution school;

  @SuppressWarnings("NullAway.Init") // set before every test
  private String definition;

  @SuppressWarnings("NullAway.Init") // set before every test
  private Journal journal;

  @BeforeEach
  void aSchoolWithSomethingToIssue() {
    System.out.println("seed " + SEED);
    school = Institution.authorised(installation, world.organisation("Skolan"));
    definition = school.published(world.definition());
    journal = new Journal(school, definition);
  }

  @AfterEach
  void everythingRunsAsBefore() {
    stack.service("issuer", 2).stop();
    stack.start();
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, after-row",
    "issuer, after-signature",
    "issuer, after-commit",
    "issuer, after-ack",
    "registry, before-offset",
    "stacking, before-offset"
  })
  @Tag("R1")
  @Tag("R2")
  void aServiceThatDiesAtAnyPlaceLosesNothingAndDoesNothingTwice(String service, String place)
      throws Exception {
    ServiceProcess doomed =
        stack
            .service(service)
            .with(
                Map.of("MIKROMERIT_FAULT_POINT", place, "MIKROMERIT_FAULT_POINTS_ALLOWED", "true"));
    doomed.launch();
    // What still waits for it may kill it before anybody asks anything.
    Await.until("it is up or dead", () -> doomed.healthy() || isDead(doomed));
    Future<?> asking = inTheBackground(() -> journal.issue(world.learner()));

    Await.until("it died " + place, () -> isDead(doomed));
    run(stack.service(service));
    asking.get();

    journal.assertAnswersStand();
    new Reconciliation(installation, school).assertEverybodyAgrees(journal, 0, Set.of());
  }

  @Test
  @Tag("R2")
  void twoReplicasAskedTheSameAtOnceGiveOneAnswer() throws Exception {
    run(stack.service("issuer", 2));
    var learner = world.learner();
    for (int n = 0; n < 10; n++) {
      String key = UUID.randomUUID().toString();
      Future<Reply> one =
          workers.submit(() -> Journal.insist(() -> school.issue(definition, learner, key)));
      Http second = installation.http(Port.ISSUER_2);
      Reply other = Journal.insist(() -> school.issueAt(second, definition, learner, key));

      assertThat(one.get().status()).as(one.get().body()).isEqualTo(201);
      assertThat(other.body()).isEqualTo(one.get().body());
    }
    assertThat(new Reconciliation(installation, school).documents()).hasSize(10);
  }

  private Future<?> inTheBackground(Runnable work) {
    return workers.submit(work);
  }

  private static void run(ServiceProcess process) {
    process.launch();
    process.await();
  }

  private static boolean isDead(ServiceProcess process) {
    return process.daemon().running().isEmpty();
  }
}
