package org.mikromerit.verification.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.check.Conclusion;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.openbadge.ClaimedAssurance;
import org.mikromerit.credential.openbadge.CredentialFacts;
import org.mikromerit.credential.openbadge.LearningContent;
import org.mikromerit.credential.openbadge.ValidationRecord;

/** What a verifier asks, and what is answered. */
@Tag("VER-6")
class PolicyTest {
  private static final Instant AWARDED = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");
  private static final String SCHOOL = "did:web:example.org:organisations:1";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"minimumCertificationLevel\":\"OBJECTIVES\"}|MET",
        "{\"minimumCertificationLevel\":\"DEMONSTRATED\"}|MET",
        "{\"minimumEducationLevel\":4}|MET",
        "{\"minimumEducationLevel\":5}|NOT_MET",
        "{\"maximumAgeDays\":245}|MET",
        "{\"maximumAgeDays\":244}|NOT_MET",
        "{\"acceptedIssuers\":[\"did:web:example.org:organisations:1\"]}|MET",
        "{\"acceptedIssuers\":[\"did:web:example.org:organisations:2\"]}|NOT_MET",
        "{\"acceptedAssessments\":[\"oral\",\"practical\"]}|MET",
        "{\"acceptedAssessments\":[\"oral\"]}|NOT_MET",
        "{\"supervised\":true}|MET",
        "{\"identityChecked\":true}|NOT_MET",
        "{\"minimumQualityAssurance\":\"self-asserted\"}|MET"
      })
  void eachRuleIsAnswered(String policy, Answer answer) {
    assertThat(answer(policy, full(), Set.of())).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"minimumCertificationLevel\":\"PARTICIPATION\"}",
        "{\"minimumEducationLevel\":1}",
        "{\"acceptedAssessments\":[\"written\"]}",
        "{\"supervised\":true}",
        "{\"identityChecked\":true}",
        "{\"minimumQualityAssurance\":\"none\"}"
      })
  void whatIsNotStatedIsNotMetBySilence(String policy) {
    assertThat(answer(policy, bare(), Set.of())).isEqualTo(Answer.NOT_STATED);
  }

  @Test
  @Tag("QA-2")
  void anothersAssuranceCountsOnlyWhereTheRegisterBearsItOut() {
    String policy = "{\"minimumQualityAssurance\":\"third-party\"}";

    assertThat(answer(policy, full(), Set.of(FindingCode.ASSURANCE_NOT_RECORDED)))
        .isEqualTo(Answer.NOT_MET);
    assertThat(answer(policy, full(), Set.of(FindingCode.ASSURANCE_RECORDED)))
        .isEqualTo(Answer.MET);
  }

  @Test
  void whatNobodyIsKnownToHaveSignedStatesNothing() {
    Policy policy = read("{\"maximumAgeDays\":36525,\"acceptedIssuers\":[\"" + SCHOOL + "\"]}");
    var unproven = new Verdict(Conclusion.INVALID, List.of(), Optional.empty());

    assertThat(policy.judge(unproven, Moment.now(NOW)))
        .extracting(Policy.Judged::answer)
        .containsExactly(Answer.NOT_STATED, Answer.NOT_STATED);
  }

  @Test
  void ageIsCountedAtTheMomentInQuestion() {
    Policy policy = read("{\"maximumAgeDays\":30}");
    var verdict = new Verdict(Conclusion.VALID, List.of(), Optional.of(full()));

    assertThat(
            policy
                .judge(verdict, new Moment(Instant.parse("2026-03-20T08:00:00Z"), NOW))
                .getFirst()
                .answer())
        .isEqualTo(Answer.MET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"minimumCertificationLevel\":\"demonstrated\"}",
        "{\"minimumCertificationLevel\":3}",
        "{\"minimumEducationLevel\":0}",
        "{\"minimumEducationLevel\":9}",
        "{\"minimumEducationLevel\":\"4\"}",
        "{\"minimumEducationLevel\":4.5}",
        "{\"maximumAgeDays\":-1}",
        "{\"maximumAgeDays\":99999999999}",
        "{\"acceptedIssuers\":[]}",
        "{\"acceptedIssuers\":\"did:web:example.org\"}",
        "{\"acceptedIssuers\":[\"https://example.org\"]}",
        "{\"acceptedAssessments\":[\"osmosis\"]}",
        "{\"supervised\":false}",
        "{\"supervised\":\"true\"}",
        "{\"minimumQualityAssurance\":\"THIRD_PARTY\"}"
      })
  void aRuleThatCannotBeUsedIsRefused(String policy) {
    assertThat(reading(policy)).isInstanceOf(ReadPolicy.Unusable.class);
  }

  @Test
  void aRuleThatNobodyKnowsIsRefusedByItsName() {
    assertThat(reading("{\"minimumShoeSize\":43}"))
        .isEqualTo(new ReadPolicy.UnknownRule("minimumShoeSize"));
  }

  @Test
  void everyAnswerHasWordsInEveryLanguage() {
    var words = new PolicyWords();

    for (String rule : ReadPolicy.rules()) {
      for (Answer answer : Answer.values()) {
        assertThat(words.of(new Policy.Judged(rule, answer)).values())
            .hasSize(2)
            .noneMatch(String::isBlank);
      }
    }
  }

  private static Answer answer(String policy, CredentialFacts facts, Set<FindingCode> found) {
    return read(policy).rules().values().iterator().next().judge(new Shown(facts, found, NOW));
  }

  private static Policy read(String json) {
    return ((ReadPolicy.Read) reading(json)).policy();
  }

  private static ReadPolicy.Reading reading(String json) {
    try {
      return ReadPolicy.read(StrictJson.parse(json.getBytes(StandardCharsets.UTF_8)));
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }

  private static CredentialFacts full() {
    return facts(
        Optional.of("DEMONSTRATED"),
        Optional.of(4),
        new ValidationRecord(
            List.of("practical", "written"),
            Optional.empty(),
            Optional.of("lärare"),
            Optional.of("supervised-no-identity-check"),
            1,
            2),
        new ClaimedAssurance(
            Optional.of("third-party"),
            Optional.of("Vårdcollege"),
            Optional.empty(),
            Optional.empty()));
  }

  private static CredentialFacts bare() {
    return facts(
        Optional.empty(),
        Optional.empty(),
        new ValidationRecord(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 0, 0),
        new ClaimedAssurance(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static CredentialFacts facts(
      Optional<String> certificationLevel,
      Optional<Integer> level,
      ValidationRecord validation,
      ClaimedAssurance assurance) {
    return new CredentialFacts(
        "urn:uuid:0190b000-0000-7000-8000-00000000000a",
        "Hygien",
        new Did(SCHOOL),
        Optional.empty(),
        Optional.empty(),
        AWARDED.plusSeconds(3600),
        Optional.of(AWARDED),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("MICRO_CREDENTIAL"),
        certificationLevel,
        Optional.empty(),
        level,
        validation,
        assurance,
        List.of(),
        List.of(),
        LearningContent.NONE);
  }
}
