package org.mikromerit.credential.definition;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A complete, published version of what may be awarded (Council Recommendation 2022/C 243/02, Annex
 * I, as far as it concerns the definition).
 *
 * <p>Whether a draft may be published is decided before, with reasons that a person can act on;
 * this record merely cannot exist without what a credential of its kind must say.
 *
 * @param id stays the same over all versions
 * @param version from 1
 * @param country ISO 3166-1 alpha-2
 * @param region NUTS code
 * @param awardingBody may differ from the organisation that seals
 * @param outcomes at least one, unless it certifies attendance
 * @param workload always there for a micro-credential
 * @param assessment always there unless it certifies attendance
 * @param languages ISO 639 codes
 * @param standAlone whether it may be had on its own, outside any pathway
 */
public record Definition(
    UUID id,
    int version,
    CredentialKind kind,
    CertificationLevel certificationLevel,
    LangString title,
    @Nullable LangString description,
    String country,
    @Nullable String region,
    String awardingBody,
    List<Outcome> outcomes,
    @Nullable Workload workload,
    @Nullable Level level,
    @Nullable Assessment assessment,
    Participation participation,
    QualityAssurance qualityAssurance,
    List<Benefit> benefits,
    @Nullable GovernanceModel governanceModel,
    @Nullable String prerequisites,
    List<String> languages,
    boolean standAlone) {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}[0-9A-Z]{0,3}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException naming the first rule that does not hold
   */
  public Definition {
    outcomes = Require.few("outcomes", outcomes);
    benefits = Require.few("benefits", benefits);
    languages = Require.few("languages", languages);
    Require.that(version >= 1, "versions count from 1");
    Require.that(COUNTRY.matcher(country).matches(), "a country is two capital letters");
    Require.that(region == null || REGION.matcher(region).matches(), "a region is a NUTS code");
    Require.that(
        languages.stream().allMatch(language -> LANGUAGE.matcher(language).matches()),
        "a language is two or three letters");
    Require.text("the awarding body's name", awardingBody);
    Require.optionalText("prerequisites", prerequisites);
    Require.that(
        (kind == CredentialKind.ATTENDANCE)
            == (certificationLevel == CertificationLevel.PARTICIPATION),
        "participation is certified by a certificate of attendance, and by nothing else");
    if (kind != CredentialKind.ATTENDANCE) {
      Require.that(!outcomes.isEmpty(), "outcomes are missing");
      Require.that(assessment != null && assessment.assessesSomething(), "nothing is assessed");
    }
    if (kind == CredentialKind.MICRO_CREDENTIAL) {
      Require.that(workload != null, "the workload is missing");
      Require.that(level != null, "the level, or why there is none, is missing");
      Require.that(
          qualityAssurance.type() != QualityAssuranceType.NONE, "quality assurance is missing");
    }
  }

  /** As documents name it. */
  public String urn() {
    return "urn:uuid:" + id;
  }
}
