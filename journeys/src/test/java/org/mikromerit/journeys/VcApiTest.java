package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http.Reply;

/** A program's own credential, from its signature over the W3C's API to who is shown it. */
class VcApiTest {
  private static final String ISSUE =
      """
      {"credential": {"@context": ["https://www.w3.org/ns/credentials/v2"],
         "type": ["VerifiableCredential"], "credentialSubject": {"name": "Åsa Öberg-Čermák 🌻"}}}
      """;

  private final Installation installation = Installation.get();
  private final World world = new World(2_026_11_22L);

  @ParameterizedTest
  @CsvSource({
    "Ed25519, web, true",
    "P-256,   web, true",
    "P-384,   web, true",
    "Ed25519, key, false",
    "P-256,   key, false",
    "P-384,   key, false"
  })
  @Tag("VER-1")
  @Tag("VER-2")
  void whatEachKindOfInstanceSignsIsBelievedUntilItIsTamperedWithOrTakenBack(
      String keyType, String did, boolean status) {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    String instance = instance(school, keyType, did, status);
    ObjectNode credential = issued(school, instance);
    awaitVerified(credential, 200);

    ObjectNode tampered = credential.deepCopy();
    ((ObjectNode) tampered.get("credentialSubject")).put("name", "Åke Öberg");
    assertThat(verify(tampered).status()).isEqualTo(422);
    assertThat(verify(tampered).body()).contains("proof-broken").doesNotContain("Åke");

    if (status) {
      String revoke =
          """
          {"credentialId": "%s",
           "credentialStatus": [{"type": "BitstringStatusListEntry", "status": "1"}]}
          """
              .formatted(credential.path("id").asText());
      assertThat(post(school, instance, "status", revoke).status()).isEqualTo(200);
      awaitVerified(credential, 422);
      assertThat(verify(credential).body()).contains("revoked");
    }
  }

  @Test
  @Tag("S6")
  @Tag("S7")
  @Tag("VER-5")
  void aLostKeyTakesNothingAlongThatWasSignedBefore() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    String instance = instance(school, "Ed25519", "web", false);
    Reply issued = post(school, instance, "issue", ISSUE);
    JsonNode before = issued.json().path("verifiableCredential");
    awaitVerified(before, 200);
    String key = keyOf(school, before);
    String kept = issued.header("Location").replaceFirst(".*/", "");
    Await.untilAsserted(
        "the ledger has it",
        () ->
            assertThat(installation.registry().get("/ledger?credential=" + kept).send().body())
                .contains("\"SIGNED\"", key));
    // The ledger's clock is this machine's, and what it knew before this moment it knew before.
    Instant since = Instant.now();

    Reply lost =
        installation
            .issuer()
            .post("/organisations/" + school.id() + "/keys/" + key + "/compromise")
            .bearer(school.token())
            .json("{\"since\":\"" + since + "\"}")
            .send();

    assertThat(lost.status()).as(lost.body()).isBetween(200, 204);
    Await.untilAsserted(
        "it still stands, and the verdict says why",
        () -> assertThat(verify(before).body()).contains("key-revoked-after-registration"));
    assertThat(verify(before).status()).isEqualTo(200);
  }

  @Test
  @Tag("VER-1")
  void whoShowsItProvesIt() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    ObjectNode credential = issued(school, instance(school, "P-256", "web", true));
    awaitVerified(credential, 200);

    JsonNode shown =
        new OtherVerifier(installation, school).presents(credential, "c1", "e.example");

    assertThat(present(shown, "c1", "e.example").status()).isEqualTo(200);
    assertThat(present(shown, "c2", "e.example").body()).contains("holder-challenge-differs");
    assertThat(present(shown, "c1", "x.example").body()).contains("holder-domain-differs");
    ((ObjectNode) shown).remove("proof");
    assertThat(present(shown, "c1", "e.example").body()).contains("holder-proof-missing");
  }

  private String instance(Institution school, String keyType, String did, boolean status) {
    Reply made =
        installation
            .issuer()
            .post("/organisations/" + school.id() + "/issuers")
            .bearer(school.token())
            .json(
                """
                {"name": "own", "keyType": "%s", "did": "%s", "status": %s}
                """
                    .formatted(keyType, did, status))
            .send();
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().path("id").asText();
  }

  private ObjectNode issued(Institution school, String instance) {
    Reply issued = post(school, instance, "issue", ISSUE);
    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
    return (ObjectNode) issued.json().path("verifiableCredential");
  }

  private Reply post(Institution school, String instance, String operation, String body) {
    return installation
        .issuer()
        .post(
            "/organisations/" + school.id() + "/issuers/" + instance + "/credentials/" + operation)
        .bearer(school.token())
        .json(body)
        .send();
  }

  /** The id of the key that a credential names. */
  private String keyOf(Institution school, JsonNode credential) {
    String method = credential.at("/proof/verificationMethod").asText();
    for (JsonNode key :
        installation
            .issuer()
            .get("/organisations/" + school.id() + "/keys")
            .bearer(school.token())
            .send()
            .json()
            .path("items")) {
      if (key.toString().contains(method)) {
        return key.path("id").asText();
      }
    }
    throw new AssertionError("the organisation has no key " + method);
  }

  private void awaitVerified(JsonNode credential, int status) {
    Await.untilAsserted(
        "the answer is " + status, () -> assertThat(verify(credential).status()).isEqualTo(status));
  }

  private Reply verify(JsonNode credential) {
    ObjectNode request = Institution.JSON.createObjectNode();
    request.set("verifiableCredential", credential);
    return installation.verification().post("/credentials/verify").json(request.toString()).send();
  }

  private Reply present(JsonNode presentation, String challenge, String domain) {
    ObjectNode request = Institution.JSON.createObjectNode();
    request.set("verifiablePresentation", presentation);
    request.putObject("options").put("challenge", challenge).put("domain", domain);
    return installation
        .verification()
        .post("/presentations/verify")
        .json(request.toString())
        .send();
  }
}
