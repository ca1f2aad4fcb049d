package org.mikromerit.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

/** The service was started without its identity provider. */
@QuarkusTest
@TestProfile(IdentityProviderAwayTest.Away.class)
class IdentityProviderAwayTest {

  /** An own start, with an identity provider that nothing answers for. */
  public static final class Away implements QuarkusTestProfile {
    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(PlatformResource.class, Map.of("database", "registry")),
          new TestResourceEntry(IdentityResource.class, Map.of("away", "true")));
    }
  }

  @ParameterizedTest
  @Tag("R6")
  @ValueSource(
      strings = {
        "/organisations",
        "/trust-list",
        "/definitions",
        "/ledger",
        "/contexts/credential/v1",
        "/openapi"
      })
  void whatIsPublicIsAnsweredAlsoToWhoSendsAToken(String path) {
    given()
        .auth()
        .oauth2(Tokens.organisation(UUID.randomUUID(), Roles.CREATOR))
        .get(path)
        .then()
        .statusCode(200);
  }

  @Test
  @Tag("R6")
  void whatIsPublicAndUnknownIsStillSaidToBeUnknown() {
    for (String path :
        List.of("/organisations/{id}", "/organisations/{id}/did.json", "/status-lists/{id}")) {
      int status =
          given()
              .auth()
              .oauth2(Tokens.of(Roles.REGISTRAR))
              .get(path, UUID.randomUUID())
              .statusCode();
      assertThat(status).isEqualTo(404);
    }
  }

  @Test
  @Tag("R6")
  void whatNeedsATokenIsToBeTriedAgain() {
    UUID organisation = UUID.randomUUID();

    given()
        .auth()
        .oauth2(Tokens.organisation(organisation, Roles.CREATOR))
        .contentType(ContentType.JSON)
        .body("{\"name\": \"A\", \"country\": \"SE\", \"governanceModel\": \"HYBRID\"}")
        .post("/organisations/{org}/application", organisation)
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .contentType("application/problem+json")
        .body("type", equalTo("https://mikromerit.org/problems/identity-provider-unavailable"));
  }
}
