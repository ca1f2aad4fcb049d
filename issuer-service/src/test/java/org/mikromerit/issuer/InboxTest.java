package org.mikromerit.issuer;

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
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.testkit.contract.InboxContract;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** With topics of its own: its broken events would meet everybody who reads the topic. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class InboxTest extends InboxContract {
  @Inject Jdbi jdbi;

  @Override
  protected EventData state(UUID entity, int version) {
    var state = version % 2 == 0 ? OrganisationState.AUTHORISED : OrganisationState.SUSPENDED;
    var since = Instant.parse("2026-03-01T09:30:00Z");
    return new OrganisationChangedV1(
        entity,
        "Skola " + version,
        "SE",
        GovernanceModel.ADVISORY,
        state,
        "did:web:localhost%3A8082:organisations:" + entity,
        List.of(new OrganisationChangedV1.StateSince(state, since, null)),
        null);
  }

  @Override
  protected @Nullable String kept(UUID entity) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select name || ' ' || state from organisation where id = :id")
                .bind("id", entity)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
  }
}
