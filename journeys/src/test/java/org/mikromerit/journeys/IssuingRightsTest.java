package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http.Reply;

/** A creator lets another institution issue its definition, and takes that back. */
class IssuingRightsTest {
  private final Installation installation = Installation.get();
  private final Verifier verifier = new Verifier(installation);
  private final World world = new World(2_026_11_22L);

  @Test
  @Tag("PRV-5")
  void onlyWhoHoldsARightIssuesAndWhatWasIssuedOutlivesIt() {
    Institution creator = Institution.authorised(installation, world.organisation("Skaparen"));
    Institution holder = Institution.authorised(installation, world.organisation("Utfärdaren"));
    Institution other = Institution.authorised(installation, world.organisation("Grannen"));
    String definition = creator.published(world.definition());
    String right = creator.grants(holder, definition);

    Reply issued = attempt(holder, definition);
    Reply without = attempt(other, definition);

    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
    assertRefused(without, "issuing-right-missing");
    verifier.awaitConclusion(issued.body(), "VALID");
    assertThat(findings(verifier.ofDocument(issued.body()), "issuing-right"))
        .contains("PASSED", right);

    assertThat(creator.withdraws(right, definition, "The assessors have left").status())
        .isEqualTo(200);
    Reply late = attempt(holder, definition);

    assertRefused(late, "issuing-right-ended");
    assertThat(late.body()).contains("The assessors have left");
    Await.untilAsserted(
        "the verifier knows of the withdrawal",
        () ->
            assertThat(findings(verifier.ofDocument(issued.body()), "issuing-right"))
                .contains("withdrawn"));
    verifier.awaitConclusion(issued.body(), "VALID");
  }

  @Test
  @Tag("PRV-5")
  @Tag("QA-4")
  void whoseAuthorisationWasWithdrawnIsToldSoAndWhatItIssuedIsNotCalledInvalid() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    String definition = school.published(world.definition());
    Reply before = attempt(school, definition);
    verifier.awaitConclusion(before.body(), "VALID");

    assertThat(school.decided("WITHDRAW").status()).isEqualTo(200);

    Await.untilAsserted(
        "the issuer knows of the withdrawal",
        () -> assertRefused(attempt(school, definition), "authorisation-withdrawn"));
    verifier.awaitConclusion(before.body(), "VALID_WITH_WARNINGS");
  }

  private Reply attempt(Institution institution, String definition) {
    return institution.issue(definition, world.learner(), UUID.randomUUID().toString());
  }

  private static void assertRefused(Reply reply, String type) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(403);
    assertThat(reply.json().path("type").asText()).endsWith("/" + type);
  }

  private static String findings(JsonNode verdict, String check) {
    var found = new StringBuilder();
    for (JsonNode finding : verdict.path("findings")) {
      if (finding.path("check").asText().equals(check)) {
        found.append(finding);
      }
    }
    return found.toString();
  }
}
