package org.mikromerit.registry.contract;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.EventData;
import org.mikromerit.events.statuslist.StatusListPublishedV1;
import org.mikromerit.events.statuslist.StatusPurpose;
import org.mikromerit.testkit.contract.InboxContract;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class InboxTest extends InboxContract {
  private static final Instant ISSUED_AT = Instant.parse("2026-03-01T09:30:00Z");

  @Override
  protected EventData state(UUID entity, int version) {
    return new StatusListPublishedV1(
        entity,
        new UUID(1, 1),
        StatusPurpose.REVOCATION,
        version,
        "{\"id\":\"" + entity + "\",\"version\":" + version + "}",
        ISSUED_AT,
        ISSUED_AT.plusSeconds(86_400),
        null);
  }

  @Override
  protected @Nullable String kept(UUID entity) {
    var answer = given().get("/status-lists/{id}", entity);
    return answer.statusCode() == 200 ? answer.asString() : null;
  }
}
