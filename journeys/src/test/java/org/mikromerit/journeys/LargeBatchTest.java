package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.platform.process.ProcessIdentity;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http.Reply;

/**
 * A large file through the issuer's real process, which has 256 MB of heap and ends where that is
 * not enough. It takes a minute or two; how long decides nothing.
 */
class LargeBatchTest {
  private static final int ROWS = 10_000;

  private final Installation installation = Installation.get();
  private String token = "";

  @Test
  @Tag("PRV-6")
  void tenThousandRowsAreIssuedWithin256MegabytesOfHeap() {
    var world = new World(ROWS);
    var school = Institution.authorised(installation, world.organisation("Skolan"));
    String definition = school.published(world.definition());
    ProcessIdentity issuer = issuer();
    assertThat(issuer.handle().flatMap(it -> it.info().commandLine()).orElse(""))
        .contains("-Xmx256m", "-XX:+ExitOnOutOfMemoryError");

    String batch = send(school, definition);

    awaitAll(school, "rows are decided", () -> batch(school, batch).path("done").asInt());
    assertThat(batch(school, batch).path("issued").asInt()).isEqualTo(ROWS);
    assertThat(issuer()).as("the same process as before").isEqualTo(issuer);
    assertThat(credentials(school)).hasSize(ROWS);
    awaitAll(school, "are registered", () -> registered(school).size());
    assertThat(registered(school)).isEqualTo(credentials(school));
  }

  private ProcessIdentity issuer() {
    return installation.stack().service("issuer").daemon().running().orElseThrow().identity();
  }

  private String send(Institution school, String definition) {
    var csv =
        new StringBuilder(
            "given_name,family_name,identifier_type,identifier,awarded_at,external_reference,"
                + "evidence_statement");
    IntStream.rangeClosed(1, ROWS)
        .forEach(
            row ->
                csv.append(
                    "\nÅsa,Öberg,email,learner.%d@example.org,2026-03-14,VT26-%d,Seen and noted"
                        .formatted(row, row)));
    Reply reply =
        installation
            .issuer()
            .post("/organisations/" + school.id() + "/batches?version=1&definition=" + definition)
            .bearer(school.token())
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body("text/csv", csv.toString().getBytes(StandardCharsets.UTF_8))
            .send();
    assertThat(reply.status()).as(reply.body()).isEqualTo(202);
    return reply.json().path("id").asText();
  }

  /** However long all of them take, some are to be seen again and again. */
  private void awaitAll(Institution school, String what, Callable<Integer> count) {
    for (int seen = 0; seen < ROWS; ) {
      int before = seen;
      token = new Realm(installation).token(school);
      seen =
          Await.untilPresent(
              "more than " + before + " " + what,
              () -> {
                int now = count.call();
                return now > before ? now : null;
              });
    }
  }

  private JsonNode batch(Institution school, String batch) {
    Reply reply =
        installation
            .issuer()
            .get("/organisations/" + school.id() + "/batches/" + batch)
            .bearer(token)
            .send();
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private Set<String> credentials(Institution school) {
    return Reconciliation.everyPage(
            installation.issuer(), "/organisations/" + school.id() + "/credentials", token)
        .stream()
        .map(listed -> listed.path("id").asText())
        .collect(Collectors.toSet());
  }

  private Set<String> registered(Institution school) {
    return Reconciliation.everyPage(installation.registry(), "/ledger", "").stream()
        .filter(entry -> entry.path("issuer").asText().equals(school.id().toString()))
        .map(entry -> entry.path("credentialId").asText())
        .collect(Collectors.toSet());
  }
}
