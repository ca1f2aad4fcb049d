package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** What names a learner lies under the learner's own key, and goes with it. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class ErasureTest {
  @Inject Jdbi jdbi;

  @Test
  @Tag("S8")
  void noTableHoldsALearnersNameOrEvidenceInTheOpen() {
    var institution = Institution.authorised();
    ObjectNode order = Institution.order(institution.publishedDefinition());
    ((ObjectNode) order.get("recipient")).put("familyName", "Kanariefågel");
    order.put("evidenceStatement", "Sjöng på avdelning Kanarieburen");

    Reply issued = institution.issue(order);

    assertThat(issued.body()).contains("Kanariefågel", "Kanarieburen");
    assertThat(tablesThatHold("Kanarief")).isEmpty();
    assertThat(tablesThatHold("Kanariebur")).isEmpty();
    assertThat(tablesThatHold(Institution.idOf(issued).toString())).contains("credential");
  }

  @Test
  @Tag("R2")
  @Tag("S8")
  void withoutTheLearnersKeyTheCredentialIsGoneAndItsStatusStays() {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();
    ObjectNode order = Institution.orderFor(definition, UUID.randomUUID() + "@example.org");
    UUID credential = Institution.idOf(institution.issue(order, "erased"));
    UUID another = institution.issued(Institution.orderFor(definition, "nora@example.org"));

    erase(credential);

    Reply read = institution.get("/credentials/" + credential);
    Reply repeated = institution.issue(order, "erased");
    assertThat(List.of(read, repeated))
        .allSatisfy(
            reply -> {
              assertThat(reply.status()).isEqualTo(410);
              assertThat(reply.json().at("/type").asText()).endsWith("/erased");
            });
    assertThat(institution.get("/credentials/" + another).status()).isEqualTo(200);
    assertThat(institution.revoke(credential, "error").status()).isEqualTo(200);
  }

  @Test
  void whoComesBackAfterErasureIsIssuedToAnew() {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();
    String email = UUID.randomUUID() + "@example.org";
    UUID before = institution.issued(Institution.orderFor(definition, email));
    erase(before);

    UUID after = institution.issued(Institution.orderFor(definition, email));

    assertThat(institution.get("/credentials/" + after).status()).isEqualTo(200);
    assertThat(institution.get("/credentials/" + before).status()).isEqualTo(410);
  }

  private void erase(UUID credential) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    delete from learner_key
                     where learner_ref = (select learner_ref from credential where id = :id)
                    """)
                .bind("id", credential)
                .execute());
  }

  /** Tables in one of whose rows the text stands, as text or as bytes. */
  private List<String> tablesThatHold(String text) {
    String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    """
                    select table_name from information_schema.tables
                     where table_schema = 'public' and table_type = 'BASE TABLE'
                       and table_name <> 'flyway_schema_history'
                    """)
                .mapTo(String.class)
                .list()
                .stream()
                .filter(
                    table ->
                        sql.createQuery(
                                "select exists (select 1 from "
                                    + table
                                    + " t where position(:text in t::text) > 0 or position(:bytes in t::text) > 0)")
                            .bind("text", text)
                            .bind("bytes", bytes)
                            .mapTo(Boolean.class)
                            .one())
                .toList());
  }
}
