package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.journeys.Institution.idOf;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http.Reply;

/** What was issued reaches whom it was issued to, from every institution, and nobody else. */
class PortfolioTest {
  private final Installation installation = Installation.get();
  private final Verifier verifier = new Verifier(installation);
  private final World world = new World(2_026_11_23L);

  @Test
  @Tag("LRN-1")
  void aLearnerSeesWhatEveryInstitutionIssuedToThemAndNothingOfAnyoneElses() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    Institution association = Institution.authorised(installation, world.organisation("Förbundet"));
    Learner learner = Learner.withVerifiedEmail(installation);
    Learner neighbour = Learner.withVerifiedEmail(installation);
    Learner unproven = Learner.withUnverifiedEmail(installation);

    Reply first = school.issued(school.published(world.definition()), learner.recipient(world));
    Reply second =
        association.issued(association.published(world.definition()), learner.recipient(world));
    Reply unverified =
        school.issued(school.published(world.definition()), unproven.recipient(world));
    Reply others = school.issued(school.published(world.definition()), neighbour.recipient(world));

    Await.untilAsserted(
        "both are in the portfolio",
        () ->
            assertThat(learner.credentials()).containsExactlyInAnyOrder(idOf(first), idOf(second)));
    assertThat(learner.download(idOf(first)).body()).isEqualTo(first.body());
    assertThat(learner.download(idOf(others)).status()).isEqualTo(404);
    Await.untilAsserted(
        "the neighbour has theirs",
        () -> assertThat(neighbour.credentials()).containsExactly(idOf(others)));
    assertThat(unproven.credentials()).isEmpty();
    assertThat(unproven.download(idOf(unverified)).status()).isEqualTo(404);
    Learner proven = unproven.verified();
    Await.untilAsserted(
        "it was there, and is theirs now",
        () -> assertThat(proven.credentials()).containsExactly(idOf(unverified)));
  }

  @Test
  @Tag("LRN-1")
  void aCredentialForNobodysIdentifierIsTheirsWhoShowsTheCode() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    var recipient = world.learner();
    recipient.putObject("identifier").put("type", "claim-code");
    Reply issued = school.issued(school.published(world.definition()), recipient);
    String code = school.claimCode(idOf(issued));
    Learner learner = Learner.withVerifiedEmail(installation);
    Learner late = Learner.withVerifiedEmail(installation);

    assertThat(learner.claim(code).status()).isEqualTo(200);

    Await.untilAsserted(
        "what was claimed is in the portfolio",
        () -> assertThat(learner.credentials()).containsExactly(idOf(issued)));
    assertThat(late.claim(code).status()).isEqualTo(404);
    assertThat(late.credentials()).isEmpty();
  }

  @Test
  @Tag("LRN-2")
  @Tag("VER-1")
  void aPostedCopyAnIdAndAnExportedFileOfARevokedCredentialAllReadRevoked() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    Learner learner = Learner.withVerifiedEmail(installation);
    String definition = school.published(world.definition());
    Reply revoked = school.issued(definition, learner.recipient(world));
    Reply standing = school.issued(definition, learner.recipient(world));
    Await.untilAsserted(
        "both are in the portfolio", () -> assertThat(learner.credentials()).hasSize(2));
    byte[] export = learner.export();

    assertThat(school.revoke(idOf(revoked)).status()).isEqualTo(200);

    verifier.awaitConclusion(revoked.body(), "INVALID");
    assertThat(verifier.ofId(idOf(revoked)).path("conclusion").asText()).isEqualTo("INVALID");
    assertThat(verifier.inExport(export, idOf(revoked))).isEqualTo("INVALID");
    assertThat(verifier.inExport(export, idOf(standing))).isEqualTo("VALID");
    Await.untilAsserted(
        "the portfolio says so",
        () ->
            assertThat(learner.listed(idOf(revoked)).path("status").toString())
                .contains("REVOKED"));
  }

  @Test
  @Tag("STK-5")
  void partsIssuedToDifferentIdentifiersOfOneLearnerStackTogether() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    String award = school.published(world.definition());
    List<String> definitions =
        List.of(school.published(world.definition()), school.published(world.definition()));
    String pathway = school.pathway(allOf(definitions));
    school.awards(pathway, award);
    Learner learner = Learner.withVerifiedEmail(installation);
    var unknown = world.learner();
    unknown.putObject("identifier").put("type", "claim-code");
    Reply known = school.issued(definitions.get(0), learner.recipient(world));
    Reply claimed = school.issued(definitions.get(1), unknown);
    Await.untilAsserted(
        "the first is theirs",
        () -> assertThat(learner.credentials()).containsExactly(idOf(known)));

    assertThat(learner.claim(school.claimCode(idOf(claimed))).status()).isEqualTo(200);

    Await.untilAsserted(
        "the award is in the portfolio", () -> assertThat(learner.credentials()).hasSize(3));
    assertThat(school.progress(pathway).toString()).contains("STANDING");
  }

  private static String allOf(List<String> definitions) {
    return "{\"allOf\":["
        + String.join(
            ",",
            definitions.stream()
                .map(each -> "{\"part\":{\"definition\":\"" + each + "\"}}")
                .toList())
        + "]}";
  }
}
