package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** What the people of an institution look through: lists, standings, and what a draft lacks. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class OverviewTest {

  @Test
  void whoLooksForTheNewestFindsItFirst() {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();
    UUID first = institution.issued(Institution.order(definition));
    UUID second = institution.issued(Institution.order(definition));

    JsonNode newest = institution.get("/credentials?newestFirst=true&limit=1").json();
    JsonNode next =
        institution
            .get("/credentials?newestFirst=true&limit=1&after=" + newest.at("/next").asText())
            .json();

    assertThat(newest.at("/items/0/id").asText()).isEqualTo(second.toString());
    assertThat(newest.at("/items/0/title/sv").asText()).isEqualTo("Hygien i vård ®");
    assertThat(next.at("/items/0/id").asText()).isEqualTo(first.toString());
    assertThat(next.hasNonNull("next")).isFalse();
  }

  @Test
  void theNewestBatchIsFirstWhereThatIsAskedFor() {
    var client = new BatchClient(Institution.authorised());
    byte[] file =
        "given_name,family_name,identifier_type,identifier,awarded_at\na,b,c,d,e"
            .getBytes(StandardCharsets.UTF_8);
    UUID first = BatchClient.idOf(client.send(file, "?dryRun=true"));
    UUID second = BatchClient.idOf(client.send(file, "?dryRun=true"));

    JsonNode newest = client.institution.get("/batches?newestFirst=true").json();

    assertThat(newest.at("/items").findValuesAsText("id"))
        .isEqualTo(List.of(second.toString(), first.toString()));
  }

  @Test
  @Tag("PRV-12")
  void aCredentialsStandingsAreToldWithTheirReasonsAndNobodyIsNamed() {
    var institution = Institution.authorised();
    UUID credential = institution.issued(Institution.order(institution.publishedDefinition()));
    var _ =
        institution.post(
            "/credentials/" + credential + "/suspension",
            "{\"reason\":\"under-investigation\",\"note\":\"Case 14\"}");
    var _ = institution.revoke(credential, "error");

    Reply reply = institution.get("/credentials/" + credential + "/details");

    assertThat(reply.status()).isEqualTo(200);
    JsonNode details = reply.json();
    assertThat(details.at("/status").asText()).isEqualTo("REVOKED");
    assertThat(details.at("/title/en").asText()).isEqualTo("Hygiene in care 🧼");
    assertThat(details.at("/history").findValuesAsText("status"))
        .isEqualTo(List.of("VALID", "SUSPENDED", "REVOKED"));
    assertThat(details.at("/history/1/reason").asText()).isEqualTo("under-investigation");
    assertThat(details.at("/history/1/note").asText()).isEqualTo("Case 14");
    assertThat(details.at("/history/0/since").asText()).isEqualTo(details.at("/issuedAt").asText());
    assertThat(reply.body()).doesNotContainIgnoringCase("Åsa", "Öberg", "example.org");
  }

  @Test
  void anotherInstitutionIsToldNothingOfACredentialsStandings() {
    var institution = Institution.authorised();
    UUID credential = institution.issued(Institution.order(institution.publishedDefinition()));

    assertThat(Institution.authorised().get("/credentials/" + credential + "/details").status())
        .isEqualTo(404);
  }

  @Test
  @Tag("PRV-5")
  void aCreatorSeesAllThatItGrantedByName() {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID first = creator.granted(creator.publishedDefinition(), holder);
    UUID second = creator.granted(creator.publishedDefinition(), holder);

    JsonNode granted = creator.get("/rights/granted").json().at("/items");

    assertThat(granted.findValuesAsText("id"))
        .isEqualTo(List.of(first.toString(), second.toString()));
    assertThat(granted.at("/0/title/sv").asText()).isEqualTo("Hygien i vård ®");
    assertThat(granted.at("/0/holderName").asText()).isEqualTo(Institution.NAME);
    assertThat(granted.at("/0/creatorName").asText()).isEqualTo(Institution.NAME);
    assertThat(holder.get("/rights/granted").json().at("/items")).isEmpty();
    assertThat(holder.get("/rights").json().at("/items")).isEqualTo(granted);
  }

  @Test
  @Tag("PRV-3")
  void aCheckSaysWhatPublishingWouldAndKeepsNothing() {
    var institution = Institution.authorised();
    var draft = Institution.definition();
    ((ObjectNode) draft.at("/outcomes/0")).remove("criterion");
    draft.remove("workload");

    Reply checked = institution.post("/definitions/check", draft.toString());

    assertThat(checked.status()).isEqualTo(200);
    assertThat(checked.json().at("/publishable").asBoolean()).isFalse();
    assertThat(checked.json().at("/errors"))
        .isEqualTo(institution.published(draft).json().at("/errors"));
    assertThat(state(checked, "workload")).isEqualTo("MISSING");
    assertThat(state(checked, "title")).isEqualTo("STATED");
    assertThat(state(checked, "learner")).isEqualTo("WHEN_ISSUED");
    assertThat(institution.get("/definitions").json().at("/items")).hasSize(1);
  }

  @Test
  void whatIsCompleteIsFoundPublishable() {
    Reply checked =
        Institution.authorised().post("/definitions/check", Institution.definition().toString());

    assertThat(checked.json().at("/publishable").asBoolean()).isTrue();
    assertThat(checked.json().at("/errors")).isEmpty();
    assertThat(checked.json().at("/warnings")).isEmpty();
  }

  @Test
  void ofAttendanceLittleIsAsked() {
    Reply checked =
        Institution.authorised().post("/definitions/check", "{\"kind\":\"ATTENDANCE\"}");

    assertThat(state(checked, "workload")).isEqualTo("NOT_ASKED");
    assertThat(state(checked, "participation")).isEqualTo("MISSING");
  }

  @Test
  void whoTheRegisterDoesNotKnowIsToldSo() {
    Reply checked = Institution.unknown().post("/definitions/check", "{}");

    assertThat(checked.status()).isEqualTo(403);
    assertThat(checked.json().at("/type").asText()).endsWith("/organisation-not-authorised");
  }

  @Test
  @Tag("PRV-6")
  void theTemplateNamesTheDefinitionThatItIsFor() {
    var http = Institution.service();

    Reply template =
        http.get("/batch-template.csv?definition=0190a000-0000-7000-8000-0000000000d1&version=2")
            .send();

    assertThat(template.body().strip().lines().skip(1))
        .containsExactly(",,,,,,,,,0190a000-0000-7000-8000-0000000000d1,2");
    assertThat(http.get("/batch-template.csv?version=,x").send().status()).isEqualTo(400);
  }

  private static String state(Reply checked, String element) {
    for (JsonNode each : checked.json().at("/elements")) {
      if (each.at("/element").asText().equals(element)) {
        return each.at("/state").asText();
      }
    }
    throw new AssertionError("no element " + element);
  }
}
