package org.mikromerit.issuer.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.definition.AssessmentType;
import org.mikromerit.credential.definition.BenefitType;
import org.mikromerit.credential.definition.CertificationLevel;
import org.mikromerit.credential.definition.CredentialKind;
import org.mikromerit.credential.definition.LearningSetting;
import org.mikromerit.credential.definition.LevelFramework;
import org.mikromerit.credential.definition.ParticipationMode;
import org.mikromerit.credential.definition.QualityAssuranceType;
import org.mikromerit.credential.definition.Supervision;

/**
 * What may be awarded, as far as its creator has got with it: anything may be absent until it is
 * published, nothing may be of the wrong type. An absent list is an empty one.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region NUTS code
 * @param manyOutcomesReason why more than the usual number of outcomes is one coherent set (PRV-2)
 * @param languages ISO 639-1 codes of the languages that it is taught and assessed in
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Draft(
    @Nullable CredentialKind kind,
    @Nullable CertificationLevel certificationLevel,
    @Nullable Text title,
    @Nullable Text description,
    @Nullable String country,
    @Nullable String region,
    @Nullable AwardingBody awardingBody,
    List<Outcome> outcomes,
    @Nullable String manyOutcomesReason,
    @Nullable Workload workload,
    @Nullable Level level,
    @Nullable Assessment assessment,
    @Nullable Participation participation,
    @Nullable QualityAssurance qualityAssurance,
    List<Benefit> benefits,
    @Nullable String prerequisites,
    List<String> languages,
    @Nullable Stacking stacking) {

  public Draft {
    outcomes = noNulls(outcomes);
    benefits = noNulls(benefits);
    languages = noNulls(languages);
  }

  /** A text in Swedish, English or both. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Text(@Nullable String sv, @Nullable String en) {}

  /** Who awards; may differ from the organisation that seals. */
  public record AwardingBody(@Nullable String name) {}

  /** What the learner knows, understands or can do, and how one tells. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Outcome(@Nullable Text text, @Nullable Text criterion, List<Skill> skills) {
    public Outcome {
      skills = noNulls(skills);
    }
  }

  /** A skill of a taxonomy such as ESCO. */
  public record Skill(@Nullable String uri, @Nullable String label) {}

  /** How much work the learning takes. */
  public record Workload(
      @JsonDeserialize(using = ExactDecimal.class) @Nullable BigDecimal hours,
      @Nullable Credits credits) {}

  /** Credits of one system; systems are never added up. */
  public record Credits(
      @Nullable String system,
      @JsonDeserialize(using = ExactDecimal.class) @Nullable BigDecimal value) {}

  /**
   * A level of a framework, or the reason why none applies.
   *
   * @param value 1 to 8 in both frameworks
   */
  public record Level(
      @Nullable LevelFramework framework,
      @JsonDeserialize(using = LevelValue.class) @Nullable String value,
      @Nullable String notApplicable) {}

  /** How it is found out whether the outcomes were reached. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Assessment(
      List<AssessmentType> types,
      @Nullable String method,
      @Nullable Supervision supervision,
      @Nullable String assessorRole) {
    public Assessment {
      types = noNulls(types);
    }
  }

  /** How the learner takes part. */
  public record Participation(
      @Nullable ParticipationMode mode, @Nullable LearningSetting setting) {}

  /**
   * Who vouches for the quality; {@code none} is a statement too.
   *
   * @param validUntil the last day
   */
  public record QualityAssurance(
      @Nullable QualityAssuranceType type,
      @Nullable String body,
      @Nullable String reference,
      @Nullable LocalDate validUntil) {}

  /** What the credential is good for. */
  public record Benefit(@Nullable BenefitType type, @Nullable String text) {}

  /** Whether it stands alone as well as in a pathway. */
  public record Stacking(@Nullable Boolean standAlone) {}

  private static <T> List<T> noNulls(@Nullable List<T> list) {
    if (list == null) {
      return List.of();
    }
    if (list.stream().anyMatch(each -> each == null)) {
      throw new IllegalArgumentException("a list has no null in it");
    }
    return List.copyOf(list);
  }
}
