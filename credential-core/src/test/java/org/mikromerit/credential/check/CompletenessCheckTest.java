package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.testing.Samples;

@Tag("VER-2")
class CompletenessCheckTest extends CheckTest {

  private static final String OB_SCHEMA =
      "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

  @Test
  void aSecondStatusMakesNothingIncomplete() {
    assertThat(completeness(Samples.suspendable()))
        .extracting(Finding::code)
        .containsExactly(FindingCode.ELEMENTS_COMPLETE, FindingCode.BADGE_COMPLETE);
  }

  @Test
  void whatIsIssuedHereIsComplete() {
    assertThat(completeness(Samples.unsigned()))
        .extracting(Finding::code)
        .containsExactly(FindingCode.ELEMENTS_COMPLETE, FindingCode.BADGE_COMPLETE);
  }

  @ParameterizedTest
  @CsvSource({
    "awardingBody,awarding-body",
    "learningOutcome,outcomes",
    "workload,workload",
    "educationLevel,level",
    "assessment,assessment",
    "participation,participation",
    "qualityAssurance,quality-assurance"
  })
  void anElementThatIsMissingIsToldAndTakesNothingBack(String member, String element) {
    JsonObject document = Samples.unsigned();
    var achievement =
        JsonTree.object(document.getJsonObject("credentialSubject").getJsonObject("achievement"));
    achievement.remove(member);

    Verdict verdict = verify(Samples.signed(withAchievement(document, achievement.build())));

    assertConcludes(verdict, Conclusion.VALID_WITH_WARNINGS, FindingCode.ELEMENTS_MISSING);
    assertThat(verdict.findings())
        .filteredOn(finding -> finding.code() == FindingCode.ELEMENTS_MISSING)
        .singleElement()
        .satisfies(finding -> assertThat(finding.evidence()).containsEntry("missing", element));
  }

  @Test
  void whatNamesNobodyAndNoPlaceLacksThem() {
    JsonObject document = Samples.unsigned();
    var issuer = JsonTree.object(document.getJsonObject("issuer"));
    issuer.remove("address");
    var subject = JsonTree.object(document.getJsonObject("credentialSubject"));
    subject.remove("identifier");
    var bare = JsonTree.object(document).add("issuer", issuer).add("credentialSubject", subject);
    bare.remove("awardedDate");

    assertThat(completeness(bare.build()).getFirst().evidence())
        .containsEntry("missing", "learner, country, date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"workload", "educationLevel"})
  void aVerifiedSkillNeedsNoWorkloadAndNoLevel(String member) {
    JsonObject document = ofKind("VERIFIED_SKILL", member);

    assertThat(completeness(document).getFirst().code()).isEqualTo(FindingCode.ELEMENTS_COMPLETE);
  }

  @Test
  @Tag("CERT-2")
  void attendanceNeedsNoAssessment() {
    assertThat(completeness(ofKind("ATTENDANCE", "assessment")).getFirst().code())
        .isEqualTo(FindingCode.ELEMENTS_COMPLETE);
    assertThat(completeness(ofKind("VERIFIED_SKILL", "assessment")).getFirst().code())
        .isEqualTo(FindingCode.ELEMENTS_MISSING);
  }

  @Test
  @Tag("QA-1")
  void aMicroCredentialThatSaysThatNobodyAssuresItLacksThat() {
    JsonObject none = JsonTree.object().add("assuranceType", "none").build();
    JsonObject document = Samples.unsigned();
    JsonObject achievement = with(achievement(document), "qualityAssurance", none);

    assertThat(completeness(withAchievement(document, achievement)).getFirst().evidence())
        .containsEntry("missing", "quality-assurance");
    assertThat(
            completeness(
                    withAchievement(
                        document,
                        with(achievement, "credentialKind", JsonTree.string("VERIFIED_SKILL"))))
                .getFirst()
                .code())
        .isEqualTo(FindingCode.ELEMENTS_COMPLETE);
  }

  @ParameterizedTest
  @Tag("QA-1")
  @CsvSource({
    "assessment,assessmentType,assessment",
    "assessment,assessorRole,assessment",
    "assessment,supervision,assessment",
    "qualityAssurance,assuranceType,quality-assurance",
    "qualityAssurance,assuranceBody,quality-assurance"
  })
  void howItWasCheckedAndWhoAssuresItIsNeverLeftOut(String member, String part, String element) {
    for (String empty : List.of("", " ")) {
      assertThat(completeness(saying(member, part, empty)).getFirst().evidence())
          .containsEntry("missing", element);
    }
  }

  private static JsonObject saying(String member, String part, String text) {
    JsonObject document = Samples.unsigned();
    var changed = JsonTree.object(achievement(document).getJsonObject(member));
    changed.remove(part);
    if (!text.isEmpty()) {
      changed.add(part, text);
    }
    return withAchievement(document, with(achievement(document), member, changed.build()));
  }

  @Test
  void aForeignBadgeIsHeldAgainstOpenBadgesAlone() {
    assertThat(completeness(foreign(true)))
        .extracting(Finding::code)
        .containsExactly(FindingCode.BADGE_COMPLETE);
    assertThat(completeness(foreign(false)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.BADGE_INCOMPLETE);
              assertThat(finding.evidence())
                  .containsEntry("places", "/credentialSubject/achievement/criteria");
            });
  }

  @Test
  void aSchemaThatWeKnowIsHeldAgainst() {
    assertThat(completeness(withSchema(foreign(true), OB_SCHEMA)))
        .extracting(Finding::code)
        .contains(FindingCode.SCHEMA_KEPT);
    assertThat(completeness(withSchema(foreign(false), OB_SCHEMA)))
        .extracting(Finding::code)
        .contains(FindingCode.SCHEMA_NOT_KEPT);
  }

  @Test
  @Tag("S1")
  void aSchemaThatWeDoNotKnowIsNotFetchedAndSaidNotToBeChecked() {
    JsonObject document = withSchema(Samples.unsigned(), "http://169.254.169.254/schema.json");

    assertConcludes(
        verify(Samples.signed(document)),
        Conclusion.VALID_WITH_WARNINGS,
        FindingCode.SCHEMA_NOT_CHECKED);
  }

  private static JsonObject withSchema(JsonObject document, String id) {
    return with(
        document,
        "credentialSchema",
        JsonTree.array().add(JsonTree.object().add("id", id).add("type", "JsonSchema")).build());
  }

  private List<Finding> completeness(JsonObject document) {
    return verify(Samples.signed(document)).findings().stream()
        .filter(finding -> finding.check() == CheckName.COMPLETENESS)
        .toList();
  }

  private static JsonObject ofKind(String kind, String without) {
    JsonObject document = Samples.unsigned();
    var achievement = JsonTree.object(achievement(document)).add("credentialKind", kind);
    achievement.remove(without);
    return withAchievement(document, achievement.build());
  }

  /** An Open Badge without any term of ours. */
  private static JsonObject foreign(boolean withCriteria) {
    var achievement =
        JsonTree.object()
            .add("id", "urn:uuid:0190c000-0000-7000-8000-000000000009")
            .add("type", JsonTree.array().add("Achievement"))
            .add("name", "Hygiene")
            .add("description", "Basic hygiene");
    if (withCriteria) {
      achievement.add("criteria", JsonTree.object().add("narrative", "Five of six correct"));
    }
    JsonObject own = Samples.unsigned();
    return JsonTree.object()
        .add(
            "@context",
            JsonTree.array().add(PinnedContexts.CREDENTIALS_V2).add(PinnedContexts.OPEN_BADGES))
        .add("id", own.getString("id"))
        .add("type", own.get("type"))
        .add("issuer", own.get("issuer"))
        .add("validFrom", own.get("validFrom"))
        .add(
            "credentialSubject",
            JsonTree.object()
                .add("type", JsonTree.array().add("AchievementSubject"))
                .add("achievement", achievement))
        .build();
  }

  private static JsonObject achievement(JsonObject document) {
    return document.getJsonObject("credentialSubject").getJsonObject("achievement");
  }

  private static JsonObject withAchievement(JsonObject document, JsonObject achievement) {
    return with(
        document,
        "credentialSubject",
        with(document.getJsonObject("credentialSubject"), "achievement", achievement));
  }
}
