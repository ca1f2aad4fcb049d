package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http.Reply;

/** Somebody who is shown a credential, by each of the ways to ask. */
final class Verifier {
  private final Installation installation;

  Verifier(Installation installation) {
    this.installation = installation;
  }

  /** The verdict on a posted copy. */
  JsonNode ofDocument(String document) {
    return verdict("/verify", "application/vc", document.getBytes(StandardCharsets.UTF_8));
  }

  /** The verdict where nothing but the id is known. */
  JsonNode ofId(String credential) {
    return verdict(
        "/verify/id",
        "application/json",
        ("{\"id\":\"urn:uuid:" + credential + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  /** The verdicts on an exported portfolio. */
  JsonNode ofExport(byte[] zip) {
    return verdict("/verify/export", "application/zip", zip);
  }

  /** The conclusion on one credential of an exported portfolio. */
  String inExport(byte[] zip, String credential) {
    JsonNode verdicts = ofExport(zip);
    for (JsonNode file : verdicts.path("files")) {
      if (file.path("name").asText().contains(credential)) {
        return file.path("verdict").path("conclusion").asText();
      }
    }
    throw new AssertionError("no verdict on " + credential + " in " + verdicts);
  }

  void awaitConclusion(String document, String conclusion) {
    Await.untilAsserted(
        "the verdict is " + conclusion,
        () ->
            assertThat(ofDocument(document).path("conclusion").asText())
                .as(ofDocument(document).toString())
                .isEqualTo(conclusion));
  }

  private JsonNode verdict(String path, String contentType, byte[] body) {
    Reply reply = installation.verification().post(path).body(contentType, body).send();
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }
}
