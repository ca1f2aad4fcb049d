package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
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
          new TestResourceEntry(PlatformResource.class, Map.of("database", "issuer")),
          new TestResourceEntry(IdentityResource.class, Map.of("away", "true")));
    }
  }

  @Test
  @Tag("R6")
  void issuingIsToBeTriedAgain() {
    Reply reply = Institution.unknown().issue(Institution.order(UUID.randomUUID()));

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isNotBlank();
    assertThat(reply.json().at("/type").asText()).endsWith("/identity-provider-unavailable");
  }

  @Test
  @Tag("R6")
  void theServiceIsReady() {
    assertThat(Institution.service().get("/q/health/ready").send().status()).isEqualTo(200);
  }
}
