package org.mikromerit.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.testkit.contract.ExaminationContract.execute;
import static org.mikromerit.testkit.contract.ExaminationContract.foundBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.kit.examination.Violation;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** The service does not vouch for an edit by going on from it. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    // What is found here is found for ever.
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class RowNotesTest {

  @Test
  @Tag("S10")
  void anEditedOrganisationThatIsChangedAfterwardsIsStillFound() throws SQLException {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    execute("update organisation set name = 'Another' where id = '" + organisation + "'");

    Register.suspend(Register.rut(), organisation, "Utredning").then().statusCode(200);

    assertThat(foundBy("notes")).extracting(Violation::row).contains("id=" + organisation);
  }

  @Test
  @Tag("S10")
  void aPartMoreOfACompromiseIsFoundThoughItIsStatedAtOnce() throws SQLException {
    UUID key = Compromises.stated();

    execute("update key_compromise set parts = 2 where key_id = '" + key + "'");

    Compromises.awaitStated(key, 2);
    assertThat(foundBy("notes")).extracting(Violation::row).contains("key_id=" + key);
  }

  @Test
  @Tag("S10")
  void anOrganisationThatNobodyEditedIsNotFoundHoweverOftenItChanges() {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");

    Register.suspend(Register.rut(), organisation, "Utredning").then().statusCode(200);

    assertThat(foundBy("notes")).extracting(Violation::row).doesNotContain("id=" + organisation);
  }
}
