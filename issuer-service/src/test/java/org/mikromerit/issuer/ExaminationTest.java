package org.mikromerit.issuer;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.testkit.contract.ExaminationContract;
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
        entry("status_list_publication.version", "counts announcements, as others' copies do"),
        entry("status_list.handed_out", "no place can be given twice, by a constraint"),
        entry("learner_key.made_at", "an earlier time says no less of it"),
        entry("signing_key.valid_until", "what was announced of it stands in others' copies"),
        entry("signing_key.revoked_at", "as valid_until"),
        entry("signing_key.sequence", "as valid_until"));
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
