package org.mikromerit.stacking;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.EventData;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.testkit.contract.InboxContract;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "stacking"))
@QuarkusTestResource(IdentityResource.class)
class InboxTest extends InboxContract {
  @Override
  protected EventData state(UUID entity, int version) {
    boolean revoked = version % 2 == 0;
    var status = revoked ? CredentialStatus.REVOKED : CredentialStatus.VALID;
    var reason = revoked ? StatusReason.ERROR : null;
    var since = Instant.parse("2026-03-01T09:30:00Z");
    return new CredentialStatusChangedV1(
        entity,
        UUID.randomUUID(),
        status,
        reason,
        since,
        List.of(new CredentialStatusChangedV1.StatusSince(status, reason, since)));
  }

  @Override
  protected @Nullable String kept(UUID entity) {
    return CDI.current()
        .select(Jdbi.class)
        .get()
        .withHandle(
            sql ->
                sql.createQuery("select revoked::text from credential where id = :id")
                    .bind("id", entity)
                    .mapTo(String.class)
                    .findOne()
                    .orElse(null));
  }
}
