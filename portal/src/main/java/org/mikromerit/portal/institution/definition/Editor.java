package org.mikromerit.portal.institution.definition;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.institution.Filled;
import org.mikromerit.portal.institution.definition.Definitions.Check;
import org.mikromerit.portal.institution.definition.Vocabulary.AssessmentType;
import org.mikromerit.portal.institution.definition.Vocabulary.BenefitType;
import org.mikromerit.portal.institution.definition.Vocabulary.CertificationLevel;
import org.mikromerit.portal.institution.definition.Vocabulary.Kind;
import org.mikromerit.portal.institution.definition.Vocabulary.LearningSetting;
import org.mikromerit.portal.institution.definition.Vocabulary.ParticipationMode;
import org.mikromerit.portal.institution.definition.Vocabulary.QualityAssuranceType;
import org.mikromerit.portal.institution.definition.Vocabulary.Supervision;
import org.mikromerit.portal.page.Status;
import org.mikromerit.portal.reach.Reached;

/**
 * What the editor's page shows.
 *
 * @param id null before it was saved
 * @param newestVersion null before the first publication
 * @param check what publishing it would come to
 */
record Editor(
    @Nullable UUID id, @Nullable Integer newestVersion, Filled form, Reached<Check> check) {

  /** A row of a list, which names its fields. */
  record Row(int number, int index, String prefix, List<Row> skills) {
    public String at(String field) {
      return prefix + "/" + field;
    }
  }

  public String action() {
    return "/institution/definitions" + (id == null ? "" : "/" + id);
  }

  public List<Row> outcomes() {
    return rows("outcomes", true);
  }

  public List<Row> benefits() {
    return rows("benefits", false);
  }

  private List<Row> rows(String list, boolean withSkills) {
    return IntStream.range(0, DraftForm.rows(form, list))
        .mapToObj(
            index -> {
              String prefix = list + "/" + index;
              return new Row(
                  index + 1,
                  index,
                  prefix,
                  withSkills ? rows(prefix + "/skills", false) : List.of());
            })
        .toList();
  }

  public Status good() {
    return Status.GOOD;
  }

  public Status bad() {
    return Status.BAD;
  }

  public Kind[] kinds() {
    return Kind.values();
  }

  public CertificationLevel[] certificationLevels() {
    return CertificationLevel.values();
  }

  public AssessmentType[] assessmentTypes() {
    return AssessmentType.values();
  }

  public Supervision[] supervisions() {
    return Supervision.values();
  }

  public ParticipationMode[] modes() {
    return ParticipationMode.values();
  }

  public LearningSetting[] settings() {
    return LearningSetting.values();
  }

  public QualityAssuranceType[] assurances() {
    return QualityAssuranceType.values();
  }

  public BenefitType[] benefitTypes() {
    return BenefitType.values();
  }

  /** In both frameworks. */
  public List<String> levels() {
    return IntStream.rangeClosed(1, 8).mapToObj(Integer::toString).toList();
  }

  public List<String> frameworks() {
    return List.of("SeQF", "EQF");
  }
}
