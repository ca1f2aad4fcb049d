package org.mikromerit.registry;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.kit.examination.Violation;
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
    UUID sent = SignedDeliveries.send(People.withAnAddress().emailRef(), school);
    Await.until("the document is kept", () -> isKept(sent));
    Compromises.stated();
  }

  @Test
  @Tag("S10")
  void aRowThatWasNeverNotedIsCountedAndNoViolation() throws SQLException {
    UUID old = UUID.randomUUID();
    execute(
        """
        insert into key_compromise (key_id, organisation, verification_method, since, version)
        values ('%s', '%s', 'did:web:example.org#key', '2999-01-01T00:00:00Z', 1)
        """
            .formatted(old, old));
    try {
      JsonNode examination = examined("{}");

      assertThat(violations(examination)).isEmpty();
      assertThat(note(examination, "notes")).startsWith("1 rows");
    } finally {
      execute("delete from key_compromise where key_id = '" + old + "'");
    }
  }

  @Test
  @Tag("S10")
  void whatWasReceivedByAClockThatIsBehindStandsUnderTheKeyThatWasThere() throws SQLException {
    UUID school = Register.anAuthorisedOrganisation("Vårdskolan");
    String learner = People.withAnAddress().emailRef();
    UUID first = SignedDeliveries.send(learner, school);
    Await.until("the first is kept, with the key", () -> isKept(first));
    UUID later = SignedDeliveries.send(learner, school);
    Await.until("the later is kept", () -> isKept(later));
    receivedEarlier(later, "33 minutes");
    try {
      List<Violation> found = foundBy("portfolio-documents");

      assertThat(found).isEmpty();
    } finally {
      receivedEarlier(later, "-33 minutes");
    }
  }

  private void receivedEarlier(UUID credential, String by) throws SQLException {
    execute(
        "update portfolio_entry set received_at = received_at - interval '%s' where credential = '%s'"
            .formatted(by, credential));
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
        entry("trust_list_change", "work under way"),
        entry("key_compromise.parts", "one more is stated at once: RowNotesTest"),
        entry("learner_key.learner_ref", "a key that goes is an erasure"),
        entry("learner_key.made_at", "an earlier time says no less of it"));
  }
}
