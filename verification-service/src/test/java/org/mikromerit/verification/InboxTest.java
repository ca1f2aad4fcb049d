package org.mikromerit.verification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.EventData;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.events.organisation.OrganisationChangedV1.StateSince;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.testkit.contract.InboxContract;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
class InboxTest extends InboxContract {
  @Inject Jdbi jdbi;

  @Override
  protected EventData state(UUID entity, int version) {
    Instant since = Instant.parse("2026-01-01T00:00:00Z");
    return new OrganisationChangedV1(
        entity,
        "Skola " + version,
        "SE",
        GovernanceModel.AUTONOMOUS,
        OrganisationState.APPLIED,
        "did:web:localhost%3A8082:organisations:" + entity,
        List.of(new StateSince(OrganisationState.APPLIED, since, null)),
        null);
  }

  @Override
  protected @Nullable String kept(UUID entity) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select name || did || history::text from organisation where id = :id")
                .bind("id", entity)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
  }
}
