package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;

/**
 * Somebody who was shown a document and asks the verifier about it, once that knows whatever was
 * told before.
 */
final class Employer {
  private Employer() {}

  static JsonNode awaitVerdict(String document, String conclusion) {
    return Await.untilPresent(
        "the verdict is " + conclusion,
        () -> {
          JsonNode verdict = verdict(document);
          assertThat(verdict.path("conclusion").asText())
              .as(verdict.toString())
              .isEqualTo(conclusion);
          return verdict;
        });
  }

  static JsonNode awaitOutcome(String document, String check, String outcome) {
    return Await.untilPresent(
        check + " is " + outcome,
        () -> {
          JsonNode verdict = verdict(document);
          return outcome(verdict, check).equals(outcome) ? verdict : null;
        });
  }

  static JsonNode awaitFinding(String document, String code) {
    return Await.untilPresent(
        code,
        () -> {
          JsonNode verdict = verdict(document);
          return verdict.toString().contains("\"" + code + "\"") ? verdict : null;
        });
  }

  /** The same, with this conclusion. */
  static JsonNode awaitFinding(String document, String code, String conclusion) {
    awaitFinding(document, code);
    return awaitVerdict(document, conclusion);
  }

  static JsonNode verdict(String document) {
    Reply reply = post(document, "application/vc");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  static Reply post(String body, String type) {
    TopicProbe.awaitTold("verification");
    return new Http("http://localhost:" + RestAssured.port)
        .post("/verify")
        .body(type, body.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  static JsonNode finding(JsonNode verdict, String check) {
    for (JsonNode finding : verdict.path("findings")) {
      if (finding.path("check").asText().equals(check)) {
        return finding;
      }
    }
    throw new AssertionError("no finding of " + check + " in " + verdict);
  }

  static String outcome(JsonNode verdict, String check) {
    return finding(verdict, check).path("outcome").asText();
  }
}
