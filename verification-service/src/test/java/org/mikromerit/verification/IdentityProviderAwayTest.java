package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@TestProfile(IdentityProviderAwayTest.Away.class)
class IdentityProviderAwayTest {

  /** An identity provider that nobody answers for. */
  public static final class Away implements QuarkusTestProfile {
    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(PlatformResource.class, Map.of("database", "verification")),
          new TestResourceEntry(IdentityResource.class, Map.of("away", "true")));
    }
  }

  @Test
  @Tag("R6")
  void aVerdictIsGivenAlsoToWhoSendsAToken() {
    Reply reply = service().post("/verify").bearer(Tokens.of("operator")).json("{}").send();

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  @Tag("R6")
  void whatNeedsATokenIsToBeTriedAgain() {
    Reply reply = service().get("/operator/copies").bearer(Tokens.of("operator")).send();

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isNotBlank();
    assertThat(reply.json().path("type").asText()).endsWith("/identity-provider-unavailable");
  }

  private static Http service() {
    return new Http("http://localhost:" + RestAssured.port);
  }
}
