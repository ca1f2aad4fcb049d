package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;

/** Whether everybody who knows of an institution's credentials knows the same. */
final class Reconciliation {
  private final Installation installation;
  private final Institution school;
  private final Learner learner;

  Reconciliation(Installation installation, Institution school, Learner learner) {
    this.installation = installation;
    this.school = school;
    this.learner = learner;
  }

  /**
   * Compares everybody with everybody.
   *
   * @param others how many credentials there are besides the journal's, all of them the learner's
   */
  void assertEverybodyAgrees(Journal journal, int others, Set<String> revoked) throws Exception {
    Map<String, String> documents = documents();
    assertThat(documents.keySet()).containsAll(journal.credentials());
    assertThat(documents).hasSize(others + journal.entries().size());
    assertLedgerAgrees(documents);
    assertStatusPlacesAreUnique(documents);
    Set<String> ofTheLearner = new TreeSet<>(documents.keySet());
    ofTheLearner.removeAll(journal.credentials());
    assertPortfolioHas(ofTheLearner, documents);
    assertVerdicts(documents, revoked);
  }

  /** What the issuer has, by id: the signed documents as it gives them out. */
  Map<String, String> documents() {
    Map<String, String> documents = new TreeMap<>();
    String list = "/organisations/" + school.id() + "/credentials";
    for (JsonNode listed : everyPage(installation.issuer(), list, school.token())) {
      String id = listed.path("id").asText();
      Reply document = school.credential(id);
      assertThat(document.status()).as(document.body()).isEqualTo(200);
      assertThat(documents.put(id, document.body())).as("listed twice: " + id).isNull();
    }
    return documents;
  }

  /** Each is registered once, with the digest of the very bytes; and nothing else is. */
  private void assertLedgerAgrees(Map<String, String> documents) {
    Map<String, String> expected = new TreeMap<>();
    documents.forEach((id, document) -> expected.put(id, sha256(document)));
    Await.untilAsserted(
        "the ledger has each once",
        () -> {
          Map<String, String> registered = new TreeMap<>();
          for (JsonNode entry : everyPage(installation.registry(), "/ledger", "")) {
            if (entry.path("issuer").asText().equals(school.id().toString())
                && entry.path("fact").asText().equals("ISSUED")) {
              String id = entry.path("credentialId").asText();
              assertThat(registered.put(id, entry.path("digest").asText()))
                  .as("registered twice: " + id)
                  .isNull();
            }
          }
          assertThat(registered).isEqualTo(expected);
        });
  }

  /** The learner has all of theirs, each once, byte for byte. */
  private void assertPortfolioHas(Set<String> credentials, Map<String, String> documents) {
    String token = learner.signIn();
    Await.untilAsserted(
        "the learner has all of theirs",
        () -> {
          List<String> held = new ArrayList<>();
          for (JsonNode one : everyPage(installation.registry(), "/portfolio", token)) {
            String id = one.path("id").asText().replace("urn:uuid:", "");
            if (documents.containsKey(id)) {
              held.add(id);
            }
          }
          assertThat(held).containsExactlyInAnyOrderElementsOf(credentials);
        });
    for (String id : credentials.stream().limit(20).toList()) {
      Reply download = installation.registry().get("/portfolio/" + id).bearer(token).send();
      assertThat(download.body()).isEqualTo(documents.get(id));
    }
  }

  /** No two credentials share a bit of a status list. */
  private static void assertStatusPlacesAreUnique(Map<String, String> documents) throws Exception {
    Set<String> places = new HashSet<>();
    for (String document : documents.values()) {
      JsonNode status = Institution.JSON.readTree(document).path("credentialStatus");
      JsonNode entry = status.isArray() ? status.get(0) : status;
      String place =
          entry.path("statusListCredential").asText()
              + "#"
              + entry.path("statusListIndex").asText();
      assertThat(places.add(place)).as("used twice: " + place).isTrue();
    }
  }

  /** What was revoked reads revoked, and nothing else does. */
  private void assertVerdicts(Map<String, String> documents, Set<String> revoked) {
    List<String> standing =
        documents.keySet().stream().filter(id -> !revoked.contains(id)).limit(20).toList();
    standing.forEach(id -> assertVerdict(documents.getOrDefault(id, ""), "VALID"));
    revoked.forEach(id -> assertVerdict(documents.getOrDefault(id, ""), "INVALID"));
  }

  private void assertVerdict(String document, String conclusion) {
    Await.untilAsserted(
        "the verdict is " + conclusion,
        () -> {
          Reply verdict =
              installation
                  .verification()
                  .post("/verify")
                  .body("application/vc", document.getBytes(StandardCharsets.UTF_8))
                  .send();
          String text = verdict.json().path("conclusion").asText();
          assertThat(text.replace("VALID_WITH_WARNINGS", "VALID"))
              .as(verdict.body())
              .isEqualTo(conclusion);
        });
  }

  static List<JsonNode> everyPage(Http service, String path, String token) {
    List<JsonNode> items = new ArrayList<>();
    String after = "";
    do {
      String url = path + "?limit=200" + (after.isEmpty() ? "" : "&after=" + after);
      Reply page = service.get(url).bearer(token.isEmpty() ? null : token).send();
      assertThat(page.status()).as(page.body()).isEqualTo(200);
      page.json().path("items").forEach(items::add);
      after = page.json().path("next").asText("");
    } while (!after.isEmpty());
    return items;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
