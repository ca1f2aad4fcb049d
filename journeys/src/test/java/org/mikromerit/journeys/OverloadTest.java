package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.platform.process.ProcessIdentity;
import org.mikromerit.testkit.http.Http.Reply;

/** What becomes of a rush that nobody could serve. */
class OverloadTest {
  private static final int CLIENTS = 600;
  private static final int EACH = 3;

  private final Installation installation = Installation.get();

  @Test
  @Tag("R10")
  void aRushIsToldToComeAgainKillsNothingAndLosesNothingThatWasAccepted() throws Exception {
    World world = new World(10_010L);
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    String definition = school.published(world.definition());
    ProcessIdentity issuer = running();
    Map<String, String> accepted = new ConcurrentHashMap<>();
    Queue<String> unexpected = new ConcurrentLinkedQueue<>();

    List<Thread> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      World theirs = new World(10_010L * client);
      clients.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int request = 0; request < EACH; request++) {
                      ask(school, definition, theirs, accepted, unexpected);
                    }
                  }));
    }
    for (Thread client : clients) {
      client.join();
    }

    assertThat(unexpected).isEmpty();
    assertThat(accepted).isNotEmpty();
    assertThat(running()).isEqualTo(issuer);
    accepted.forEach(
        (credential, document) ->
            assertThat(school.credential(credential).body()).isEqualTo(document));
  }

  private static void ask(
      Institution school,
      String definition,
      World world,
      Map<String, String> accepted,
      Queue<String> unexpected) {
    try {
      Reply reply = school.issue(definition, world.learner(), UUID.randomUUID().toString());
      boolean later = reply.status() == 503 || reply.status() == 429;
      if (reply.status() == 201) {
        accepted.put(Institution.idOf(reply), reply.body());
      } else if (!later || reply.header("Retry-After") == null) {
        unexpected.add(reply.status() + " " + reply.body());
      }
    } catch (UncheckedIOException e) {
      // No connection was free for it: it was not accepted.
    }
  }

  private ProcessIdentity running() {
    return installation
        .stack()
        .service("issuer")
        .daemon()
        .running()
        .orElseThrow(() -> new AssertionError("the issuer does not run"))
        .identity();
  }
}
