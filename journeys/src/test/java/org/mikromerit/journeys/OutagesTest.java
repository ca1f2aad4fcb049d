package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.journeys.Institution.idOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.platform.launcher.Stack;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http.Reply;

/** What goes on working while other parts are away. */
class OutagesTest {
  private final Installation installation = Installation.get();
  private final World world = new World(4_711L);

  @AfterEach
  void everythingRunsAgain() {
    installation.stack().start();
  }

  @Test
  @Tag("R6")
  void withTheBrokerStoppedIssuingStillAnswersAndTheEventsArriveWhenItIsBack() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    String definition = school.published(world.definition());
    Reply earlier = school.issued(definition, world.learner());
    Await.until(
        "the verifier knows all it needs", () -> conclusion(earlier.body(), null).equals("VALID"));
    installation.stack().kafka().stop();

    Reply issued = school.issue(definition, world.learner(), UUID.randomUUID().toString());

    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
    assertThat(conclusion(issued.body(), null)).isEqualTo("VALID");
    installation.stack().startKafka();
    Await.untilAsserted(
        "the ledger has what was issued meanwhile",
        () ->
            assertThat(
                    installation
                        .registry()
                        .get("/ledger?credential=" + idOf(issued))
                        .send()
                        .json()
                        .path("items"))
                .hasSize(1));
  }

  @Test
  @Tag("R6")
  void verifyingAnswersAloneAlsoToABearerAndAlsoWhenStartedAlone() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    Reply issued = school.issued(school.published(world.definition()), world.learner());
    Await.until(
        "the verifier knows all it needs", () -> conclusion(issued.body(), null).equals("VALID"));
    String operator = new Realm(installation).token("operator");
    Stack stack = installation.stack();

    for (String service : new String[] {"issuer", "registry", "stacking"}) {
      stack.service(service).stop();
    }
    stack.kafka().stop();
    stack.keycloak().stop();

    assertThat(conclusion(issued.body(), null)).isEqualTo("VALID");
    assertThat(conclusion(issued.body(), operator)).isEqualTo("VALID");

    stack.service("verification").stop();
    stack.service("verification").launch();
    stack.service("verification").await();

    assertThat(conclusion(issued.body(), null)).isEqualTo("VALID");
    assertThat(conclusion(issued.body(), operator)).isEqualTo("VALID");
    Reply needsToken = installation.verification().get("/operator/copies").bearer(operator).send();
    assertThat(needsToken.status()).as(needsToken.body()).isEqualTo(503);
    assertThat(needsToken.header("Retry-After")).isNotBlank();
    assertThat(needsToken.json().path("type").asText()).endsWith("/identity-provider-unavailable");
  }

  private String conclusion(String document, @org.jspecify.annotations.Nullable String bearer) {
    Reply reply =
        installation
            .verification()
            .post("/verify")
            .bearer(bearer)
            .body("application/vc", document.getBytes(StandardCharsets.UTF_8))
            .send();
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    JsonNode verdict = reply.json();
    return verdict.path("conclusion").asText();
  }
}
