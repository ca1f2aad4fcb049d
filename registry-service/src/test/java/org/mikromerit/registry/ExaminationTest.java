package org.mikromerit.registry;

import static java.util.Map.entry;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.contract.ExaminationContract;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    // Other tests rewrite rows of theirs, as nobody may.
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class ExaminationTest extends ExaminationContract {
  @Inject Jdbi jdbi;

  @Override
  protected void prepared() {
    UUID school = Register.anAuthorisedOrganisation("Vårdskolan");
    var sent =
        Deliveries.send(
            People.withAnAddress().emailRef(), school, "Hygien i vård", "2026-05-20T00:00:00Z");
    Await.until("the document is kept", () -> isKept(sent.credential()));
  }

  private boolean isKept(UUID credential) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select exists (select from portfolio_body where credential = :credential)")
                .bind("credential", credential)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  protected Map<String, String> leavesOpen() {
    return Map.ofEntries(
        entry("organisation.did", "what was announced of it stands in others' copies and in lists"),
        entry("organisation.name", "as did"),
        entry("organisation.country", "as did"),
        entry("organisation.region", "as did"),
        entry("organisation.contact_url", "as did"),
        entry("organisation.governance_model", "as did"),
        entry("organisation.version", "counts words about it too, which are kept nowhere else"),
        entry("trust_list_change", "work under way"),
        entry("key_compromise", "is stated, signed, to whoever goes by it"),
        entry("learner_key.learner_ref", "a key that goes is an erasure"),
        entry("learner_key.made_at", "an earlier time says no less of it"));
  }
}
