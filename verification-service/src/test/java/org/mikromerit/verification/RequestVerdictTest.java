package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.verification.Employer.awaitFinding;
import static org.mikromerit.verification.Employer.awaitVerdict;
import static org.mikromerit.verification.Employer.finding;
import static org.mikromerit.verification.Employer.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** What somebody learns who sends documents with what is asked of them. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
class RequestVerdictTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TopicProbe topics = new TopicProbe();
  private final UUID credential = UUID.randomUUID();

  @AfterEach
  void closeTopics() {
    topics.close();
  }

  // A policy.

  @Test
  @Tag("VER-6")
  void eachRuleIsAnsweredAndTheVerdictStaysWhatItIs() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 41);
    awaitVerdict(document, "VALID");

    JsonNode verdict =
        one(
            document,
            "\"policy\":{\"minimumEducationLevel\":6,\"supervised\":true,\"acceptedIssuers\":[\""
                + school.did.value()
                + "\"]}");

    assertThat(verdict.path("conclusion").asText()).isEqualTo("VALID");
    assertThat(answers(verdict))
        .containsExactlyInAnyOrder(
            "minimumEducationLevel NOT_MET", "supervised MET", "acceptedIssuers MET");
    assertThat(verdict.at("/policy/0/text/sv").asText()).isNotBlank();
  }

  @Test
  @Tag("VER-6")
  void ofWhatWasChangedNothingIsStated() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 42);
    awaitVerdict(document, "VALID");

    JsonNode verdict = one(document.replace("Öberg", "Oberg"), "\"policy\":{\"supervised\":true}");

    assertThat(verdict.path("conclusion").asText()).isEqualTo("INVALID");
    assertThat(answers(verdict)).containsExactly("supervised NOT_STATED");
  }

  @ParameterizedTest
  @Tag("VER-6")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"urn:uuid:0190a000-0000-7000-8000-00000000c0de\",\"polciy\":{}}|unknown-field|/polciy",
        "{\"id\":\"urn:uuid:0190a000-0000-7000-8000-00000000c0de\",\"policy\":{\"shoes\":1}}|unknown-field|/policy/shoes",
        "{\"id\":\"urn:uuid:0190a000-0000-7000-8000-00000000c0de\",\"policy\":{\"supervised\":1}}|invalid-value|/policy/supervised",
        "{\"id\":\"urn:uuid:0190a000-0000-7000-8000-00000000c0de\",\"policy\":[]}|invalid-value|/policy",
        "{\"id\":\"urn:uuid:0190a000-0000-7000-8000-00000000c0de\",\"asOf\":\"2999-01-01T00:00:00Z\"}|invalid-value|/asOf",
        "{\"id\":\"urn:uuid:0190a000-0000-7000-8000-00000000c0de\",\"asOf\":2026}|invalid-value|/asOf",
        "{\"id\":\"urn:uuid:0190a000-0000-7000-8000-00000000c0de\",\"token\":\"ey.\"}|invalid-value|/document",
        "{\"id\":\"1\"}|invalid-value|/id",
        "{\"document\":7}|invalid-value|/document",
        "{}|invalid-value|/document"
      })
  void whatIsWrongInTheRequestIsNamed(String body, String type, String field) {
    Reply reply = send("/verify/requests", body);

    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.json().path("type").asText()).endsWith(type);
    assertThat(reply.json().path("field").asText()).isEqualTo(field);
  }

  // How was this checked?

  @Test
  @Tag("QA-3")
  @Tag("CERT-4")
  void howItWasCheckedIsSaidInPlainStatementsWithWhoseWordTheyAre() {
    School school = School.authorised(topics);

    JsonNode verdict = awaitVerdict(school.issues(credential, 43), "VALID");

    assertThat(statement(verdict, "validation-method").at("/text/sv").asText())
        .isEqualTo("Bedömdes genom: praktiskt prov.");
    assertThat(statement(verdict, "certification-level").at("/text/en").asText())
        .isEqualTo("It certifies that the person demonstrated the learning outcomes.");
    assertThat(statement(verdict, "quality-assurance").at("/text/sv").asText())
        .isEqualTo("En annan organisation svarar för kvaliteten, enligt utfärdaren: Vårdcollege.");
    assertThat(statement(verdict, "quality-assurance").path("source").asText()).isEqualTo("ISSUER");
    assertThat(statement(verdict, "accreditation").path("source").asText()).isEqualTo("REGISTER");
    assertThat(verdict.path("howChecked")).hasSize(8);
    assertThat(verdict.toString()).doesNotContain("score");
  }

  @Test
  @Tag("CERT-4")
  void theLevelIsToldInWordsApartFromGradeAndFromQualityAssurance() {
    School school = School.authorised(topics);

    JsonNode verdict = awaitVerdict(school.issuesGraded(credential, 47, "Väl godkänd"), "VALID");

    assertThat(verdict.at("/credential/grade").asText()).isEqualTo("Väl godkänd");
    assertThat(statement(verdict, "certification-level").at("/text/sv").asText())
        .isEqualTo("Det intygar att personen visade läranderesultaten.");
    assertThat(statement(verdict, "quality-assurance").toString())
        .doesNotContain("DEMONSTRATED", "Väl godkänd");
    assertThat(verdict.path("howChecked").toString()).doesNotContain("Väl godkänd");
  }

  @Test
  @Tag("QA-1")
  void howItWasCheckedByWhomAndWhoAssuresItIsStatedOfEach() {
    School school = School.authorised(topics);

    JsonNode verdict = awaitVerdict(school.issues(credential, 48), "VALID");

    assertThat(verdict.path("howChecked"))
        .filteredOn(each -> each.path("source").asText().equals("ISSUER"))
        .allMatch(each -> each.path("stated").asBoolean());
    assertThat(statement(verdict, "assessed-by").at("/text/sv").asText()).contains("lärare");
    assertThat(statement(verdict, "supervision").at("/text/sv").asText()).isNotBlank();
  }

  @Test
  @Tag("CERT-2")
  void attendanceIsToldToBeACertificateOfParticipation() {
    School school = School.authorised(topics);

    JsonNode verdict = awaitVerdict(school.issuesAttendance(credential, 49), "VALID");

    assertThat(statement(verdict, "certification-level").at("/text/en").asText())
        .startsWith("This is a certificate of participation");
    assertThat(verdict.at("/credential/kind").asText()).isEqualTo("ATTENDANCE");
    assertThat(verdict.toString()).doesNotContainIgnoringCase("micro-credential");
  }

  @Test
  @Tag("QA-3")
  void nothingIsSaidOfHowWhatWasChangedWasChecked() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 44);
    awaitVerdict(document, "VALID");

    assertThat(verdict(document.replace("Öberg", "Oberg")).has("howChecked")).isFalse();
  }

  // Many at once.

  @Test
  @Tag("VER-1")
  void oneBadItemSpoilsNoOther() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 45);
    String token = school.issuesToken(UUID.randomUUID(), 46);
    awaitVerdict(document, "VALID");

    Reply reply =
        send(
            "/verify/batch",
            "{\"items\":[{\"document\":"
                + document
                + "},{\"document\":{}},{\"id\":\"nonsense\"},{\"shoes\":1},7,{\"token\":\""
                + token
                + "\"},{\"document\":"
                + document.replace("Öberg", "Oberg")
                + "},{\"token\":\"[]\"}],\"policy\":{\"supervised\":true}}");

    JsonNode told = reply.json();
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(told.at("/items/0/verdict/conclusion").asText()).isEqualTo("VALID");
    assertThat(told.at("/items/0/verdict/policy/0/answer").asText()).isEqualTo("MET");
    assertThat(told.at("/items/1/verdict/conclusion").asText()).isEqualTo("INVALID");
    assertThat(told.at("/items/2/invalidField").asText()).isEqualTo("/items/2/id");
    assertThat(told.at("/items/3/invalidField").asText()).isEqualTo("/items/3/shoes");
    assertThat(told.at("/items/4/invalidField").asText()).isEqualTo("/items/4");
    assertThat(told.at("/items/5/verdict/conclusion").asText()).isEqualTo("VALID");
    assertThat(told.at("/items/6/verdict/conclusion").asText()).isEqualTo("INVALID");
    assertThat(told.at("/items/6/verdict").has("credential")).isFalse();
    assertThat(told.at("/items/7/malformed").asText()).isEqualTo("not-an-object");
  }

  @Test
  @Tag("S2")
  void aBatchIsBounded() {
    String item = "{\"id\":\"urn:uuid:0190a000-0000-7000-8000-00000000c0de\"}";

    assertThat(
            send("/verify/batch", "{\"items\":[" + (item + ",").repeat(99) + item + "]}").status())
        .isEqualTo(200);
    assertThat(
            send("/verify/batch", "{\"items\":[" + (item + ",").repeat(100) + item + "]}")
                .json()
                .path("field")
                .asText())
        .isEqualTo("/items");
    assertThat(send("/verify/batch", "{\"items\":[]}").status()).isEqualTo(400);
    assertThat(
            send(
                    "/verify/batch",
                    "{\"items\":[{\"document\":{\"a\":[" + "1,".repeat(6_000) + "1]}}]}")
                .json()
                .at("/items/0/malformed")
                .asText())
        .isEqualTo("too-many-values");
    assertThat(send("/verify/batch", "{\"items\":[\"" + "x".repeat(4_200_000) + "\"]}").status())
        .isEqualTo(413);
  }

  // An offline bundle.

  @Test
  @Tag("LRN-2")
  void aBundleThatComesAlongIsHeardAndItsAgeIsTold() {
    School school = new School(topics, OtherRegistry.PUBLIC);
    String document = school.issues(credential, 47);

    Reply reply =
        send(
            "/verify/requests",
            "{\"document\":"
                + document
                + ",\"bundle\":\""
                + OtherRegistry.signed(OtherRegistry.says(school))
                + "\"}");

    JsonNode told = reply.json();
    assertThat(told.at("/bundles/0/trusted").asBoolean()).as(reply.body()).isTrue();
    assertThat(told.at("/bundles/0/ageSeconds").asLong()).isGreaterThan(800_000);
    assertThat(told.at("/verdict/conclusion").asText()).isEqualTo("VALID_WITH_WARNINGS");
    assertThat(finding(told.path("verdict"), "source").at("/evidence/asOf").asText())
        .isEqualTo(OtherRegistry.AS_OF.toString());
    // It was heard for that request alone.
    assertThat(verdict(document).path("conclusion").asText()).isEqualTo("UNDECIDED");
  }

  // Every way takes the same path.

  @Test
  @Tag("VER-1")
  void whatWasRevokedIsInvalidHoweverItComes() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 48);
    awaitVerdict(document, "VALID");
    school.announceRevoked(credential);
    awaitFinding(document, "revoked");

    for (JsonNode verdict : byEachWay(document)) {
      assertThat(verdict.path("conclusion").asText()).as(verdict.toString()).isEqualTo("INVALID");
      assertThat(finding(verdict, "status").path("code").asText()).isEqualTo("revoked");
    }
    JsonNode byId = send("/verify/id", "{\"id\":\"urn:uuid:" + credential + "\"}").json();
    assertThat(finding(byId, "status").path("code").asText()).isEqualTo("revoked");
  }

  @Test
  @Tag("VER-1")
  void whatWasChangedIsInvalidHoweverItComes() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 49);
    awaitVerdict(document, "VALID");

    for (JsonNode verdict : byEachWay(document.replace("Öberg", "Oberg"))) {
      assertThat(finding(verdict, "proof").path("code").asText()).isEqualTo("proof-broken");
      assertThat(verdict.has("credential")).isFalse();
    }
  }

  @Test
  @Tag("VER-1")
  void whatStandsFindsTheSameHoweverItComes() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 50);
    JsonNode posted = awaitVerdict(document, "VALID");

    for (JsonNode verdict : byEachWay(document)) {
      assertThat(verdict.path("findings")).isEqualTo(posted.path("findings"));
      assertThat(verdict.path("credential")).isEqualTo(posted.path("credential"));
    }
  }

  private static List<JsonNode> byEachWay(String document) {
    Reply export =
        new Http("http://localhost:" + RestAssured.port)
            .post("/verify/export")
            .body("application/zip", OtherRegistry.zip(Map.of("credentials/1.json", document)))
            .send();
    return List.of(
        verdict(document),
        one(document, "\"policy\":{}"),
        send("/verify/batch", "{\"items\":[{\"document\":" + document + "}]}")
            .json()
            .at("/items/0/verdict"),
        export.json().at("/files/0/verdict"),
        one(quoted("document", document)),
        one(quoted("token", document)));
  }

  /** As text, byte for byte. */
  private static String quoted(String name, String document) {
    try {
      return "{\"" + name + "\":" + JSON.writeValueAsString(document) + "}";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode one(String document, String more) {
    return one("{\"document\":" + document + "," + more + "}");
  }

  private static JsonNode one(String request) {
    Reply reply = send("/verify/requests", request);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().path("verdict");
  }

  private static List<String> answers(JsonNode verdict) {
    var answers = new ArrayList<String>();
    verdict
        .path("policy")
        .forEach(
            rule -> answers.add(rule.path("rule").asText() + " " + rule.path("answer").asText()));
    return answers;
  }

  private static JsonNode statement(JsonNode verdict, String topic) {
    for (JsonNode statement : verdict.path("howChecked")) {
      if (statement.path("topic").asText().equals(topic)) {
        return statement;
      }
    }
    throw new AssertionError("nothing of " + topic + " in " + verdict);
  }

  private static Reply send(String path, String body) {
    return new Http("http://localhost:" + RestAssured.port)
        .post(path)
        .body("application/json", body.getBytes(StandardCharsets.UTF_8))
        .send();
  }
}
