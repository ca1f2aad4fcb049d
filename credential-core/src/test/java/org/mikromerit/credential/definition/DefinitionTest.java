package org.mikromerit.credential.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.testing.Samples;

class DefinitionTest {

  private final Definition full = Samples.hygiene();

  @Test
  @Tag("NOT-1")
  void aMicroCredentialIsAssessed() {
    Assessment attendance = new Assessment(List.of(AssessmentType.ATTENDANCE), null, null, null);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> with(full.kind(), full.workload(), full.level(), null, full.qualityAssurance()))
        .withMessageContaining("assessed");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                with(
                    full.kind(),
                    full.workload(),
                    full.level(),
                    attendance,
                    full.qualityAssurance()))
        .withMessageContaining("assessed");
  }

  @Test
  void aMicroCredentialStatesItsWorkloadLevelAndQualityAssurance() {
    QualityAssurance none = new QualityAssurance(QualityAssuranceType.NONE, null, null, null);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                with(full.kind(), null, full.level(), full.assessment(), full.qualityAssurance()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                with(
                    full.kind(),
                    full.workload(),
                    null,
                    full.assessment(),
                    full.qualityAssurance()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> with(full.kind(), full.workload(), full.level(), full.assessment(), none));
  }

  @Test
  @Tag("NOT-6")
  void aVerifiedSkillMayLackWorkloadAndQualityAssurance() {
    QualityAssurance none = new QualityAssurance(QualityAssuranceType.NONE, null, null, null);

    assertThat(with(CredentialKind.VERIFIED_SKILL, null, null, full.assessment(), none).workload())
        .isNull();
  }

  @Test
  @Tag("CERT-2")
  void participationAndAttendanceGoTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                with(
                    CredentialKind.ATTENDANCE,
                    full.workload(),
                    full.level(),
                    full.assessment(),
                    full.qualityAssurance()))
        .withMessageContaining("attendance");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "100001", "0.00001"})
  void anAmountThatMeansNothingIsRefused(String amount) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Workload(new BigDecimal(amount), null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Credits("ECTS", new BigDecimal(amount)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000", "a\u001bb", "\ud800"})
  void aTextThatNobodyCanReadIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> LangString.of("sv", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SV", "s", "sv-SE", "@none", "svenska"})
  void aLanguageIsACode(String language) {
    assertThatIllegalArgumentException().isThrownBy(() -> LangString.of(language, "x"));
  }

  @Test
  void swedishIsTheMainLanguageThenEnglishThenAnother() {
    assertThat(LangString.of(Map.of("en", "b", "sv", "a", "de", "c")).main()).isEqualTo("a");
    assertThat(LangString.of(Map.of("en", "b", "de", "c")).main()).isEqualTo("b");
    assertThat(LangString.of(Map.of("fi", "b", "de", "c")).main()).isEqualTo("c");
  }

  @Test
  void controlledValuesComeBackFromTheirTokens() {
    assertThat(Token.parse(BenefitType.class, "job-task")).contains(BenefitType.JOB_TASK);
    assertThat(Token.parse(BenefitType.class, "JOB_TASK")).isEmpty();
    assertThat(LevelFramework.parse("SeQF")).contains(LevelFramework.SEQF);
  }

  @Test
  void aSkillsUriIsAbsolute() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Skill(URI.create("skill/1"), "apply hygiene standards"));
  }

  private Definition with(
      CredentialKind kind,
      @Nullable Workload workload,
      @Nullable Level level,
      @Nullable Assessment assessment,
      QualityAssurance assurance) {
    return new Definition(
        full.id(),
        full.version(),
        kind,
        full.certificationLevel(),
        full.title(),
        full.description(),
        full.country(),
        full.region(),
        full.awardingBody(),
        full.outcomes(),
        workload,
        level,
        assessment,
        full.participation(),
        assurance,
        full.benefits(),
        full.governanceModel(),
        full.prerequisites(),
        full.languages(),
        full.standAlone());
  }
}
