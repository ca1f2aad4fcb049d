package org.mikromerit.issuer;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.kit.examination.Violation;
import org.mikromerit.testkit.contract.ExaminationContract;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    // Other tests rewrite rows of theirs, as nobody may.
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class ExaminationTest extends ExaminationContract {
  private UUID revoked = new UUID(0, 0);
  private UUID right = new UUID(0, 0);

  @Override
  protected void prepared() {
    Institution institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();
    right = institution.granted(definition, Institution.authorised());
    institution.issued(Institution.order(definition));
    UUID suspended = institution.issued(Institution.order(definition));
    var _ = institution.suspend(suspended);
    UUID reinstated = institution.issued(Institution.order(definition));
    var _ = institution.suspend(reinstated);
    var _ = institution.reinstate(reinstated);
    revoked = institution.issued(Institution.order(definition));
    assertThat(institution.revoke(revoked, "error").status()).isEqualTo(200);
    institution.givenCredential(institution.instance("web", true));
  }

  @Override
  protected Map<String, String> leavesOpen() {
    return Map.ofEntries(
        entry("definition", "is a draft that people edit; what was published is sealed"),
        entry("award_rule", "people edit it"),
        entry("award", "work under way; the award that was issued is sealed"),
        entry("batch", "work under way"),
        entry("batch_row", "work under way"),
        entry("claim_code", "work under way; who claimed stands in the audit"),
        entry("claim_attempt", "is forgotten"),
        entry("status_list_change", "work under way"),
        entry("status_list.handed_out", "no place can be given twice, by a constraint"),
        entry("learner_key.made_at", "an earlier time says no less of it"));
  }

  @Test
  @Tag("S10")
  void nothingIsFoundWhileKeysAreReplacedAndLost() throws Exception {
    Institution institution = Institution.authorised();

    var found = new ArrayList<Violation>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var changes = threads.submit(() -> replaceAndLose(institution, 20));
      while (!changes.isDone()) {
        found.addAll(foundBy("notes"));
      }

      assertThat(changes.get()).isEqualTo(20);
      assertThat(found).isEmpty();
    }
  }

  private static int replaceAndLose(Institution institution, int times) {
    String key = institution.get("/keys").json().at("/items/0/id").asText();
    int done = 0;
    for (int turn = 0; turn < times; turn++) {
      Reply replaced = institution.post("/keys/" + key + "/replacement", "");
      String since = "{\"since\": \"%s\"}".formatted(Instant.now());
      Reply lost = institution.post("/keys/" + key + "/compromise", since);
      done += replaced.status() == 200 && lost.status() == 200 ? 1 : 0;
      key = replaced.json().path("id").asText();
    }
    return done;
  }

  @Test
  @Tag("S10")
  void aColumnThatIsAddedLaterIsNoChangeOfWhatWasNotedBefore() throws SQLException {
    Institution.authorised();
    execute("alter table signing_key add column later text not null default 'x'");
    try {
      List<Violation> found = foundBy("notes");

      assertThat(found).isEmpty();
    } finally {
      execute("alter table signing_key drop column later");
    }
  }

  /** Each edit, the edit that takes it back, and by which check it is found, where. */
  @ParameterizedTest
  @Tag("S10")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          statuses     | credential_status | reason = 'other'  | reason = 'error'  | credential
          statuses     | credential_status | suspended = true  | suspended = false | credential
          status-lists | credential_status | suspended = true  | suspended = false | credential
          statuses     | credential_status | sequence = 3      | sequence = 2      | credential
          documents    | credential_body   | sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) | sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) | credential
          issuing-rights | issuing_right   | valid_from = valid_from + interval '1 day' | valid_from = valid_from - interval '1 day' | right
          """)
  void whatWasEditedIsFound(String check, String table, String edit, String mend, String which)
      throws SQLException {
    prepared();
    String row =
        which.equals("right")
            ? " where id = '" + right + "'"
            : " where credential = '" + revoked + "'";
    assertThat(violations(examined("{}"))).isEmpty();
    execute("update " + table + " set " + edit + row);
    try {
      JsonNode examination = examined("{}");

      assertThat(violations(examination).findValuesAsText("check")).contains(check);
    } finally {
      execute("update " + table + " set " + mend + row);
    }
  }
}
