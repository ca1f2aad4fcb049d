package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** What somebody learns who knows no more than a credential's id. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
class ByIdTest {
  private final UUID credential = UUID.randomUUID();

  @Test
  void whatWasRevokedIsInvalidWithItsReason() {
    try (var topics = new TopicProbe()) {
      School.authorised(topics).announceRevoked(credential);
    }

    JsonNode verdict =
        Await.untilPresent(
            "it is known",
            () -> {
              JsonNode answer = byId("urn:uuid:" + credential).json();
              return answer.path("conclusion").asText().equals("INVALID") ? answer : null;
            });

    JsonNode status = Employer.finding(verdict, "status");
    assertThat(status.path("code").asText()).isEqualTo("revoked");
    assertThat(status.path("evidence").path("reason").asText()).isEqualTo("error");
    assertThat(status.path("evidence").path("since").asText()).isEqualTo("2026-04-01T10:00:00Z");
  }

  @Test
  void ofAnyOtherNothingIsSaid() {
    JsonNode verdict = byId("urn:uuid:" + credential).json();

    assertThat(verdict.path("conclusion").asText()).isEqualTo("UNDECIDED");
    assertThat(Employer.finding(verdict, "format").path("code").asText())
        .isEqualTo("document-not-given");
    assertThat(verdict.has("credential")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0190a000-0000-7000-8000-00000000c0de",
        "urn:uuid:1-2-3-4-5",
        "urn:uuid:",
        "https://example.org/credentials/1"
      })
  void whatIsNoIdIsRefused(String id) {
    assertThat(byId(id).status()).isEqualTo(400);
  }

  private static Reply byId(String id) {
    return new Http("http://localhost:" + RestAssured.port)
        .post("/verify/id")
        .json("{\"id\":\"" + id + "\"}")
        .send();
  }
}
