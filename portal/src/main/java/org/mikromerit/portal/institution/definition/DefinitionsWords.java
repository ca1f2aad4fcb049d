package org.mikromerit.portal.institution.definition;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.mikromerit.portal.institution.definition.DefinitionPages.Note;
import org.mikromerit.portal.institution.definition.Definitions.Rule;
import org.mikromerit.portal.institution.definition.Definitions.StandardElement;
import org.mikromerit.portal.institution.definition.Definitions.State;
import org.mikromerit.portal.institution.definition.Vocabulary.AssessmentType;
import org.mikromerit.portal.institution.definition.Vocabulary.BenefitType;
import org.mikromerit.portal.institution.definition.Vocabulary.CertificationLevel;
import org.mikromerit.portal.institution.definition.Vocabulary.Kind;
import org.mikromerit.portal.institution.definition.Vocabulary.LearningSetting;
import org.mikromerit.portal.institution.definition.Vocabulary.ParticipationMode;
import org.mikromerit.portal.institution.definition.Vocabulary.QualityAssuranceType;
import org.mikromerit.portal.institution.definition.Vocabulary.Supervision;

/** The words of definitions and of the form in which they are written. */
@MessageBundle("definitions")
public interface DefinitionsWords {
  @Message
  String title();

  @Message
  String lead();

  @Message
  String begin();

  @Message
  String none();

  @Message
  String noneHelp();

  @Message
  String definition();

  @Message
  String published();

  @Message
  String notPublished();

  @Message
  String version(int version);

  @Message
  String changed();

  @Message
  String grant();

  @Message
  String issue();

  @Message
  String editorTitle();

  @Message
  String newTitle();

  @Message
  String editorLead();

  @Message
  String note(Note note);

  @Message
  String save();

  @Message
  String check();

  @Message
  String publish();

  @Message
  String publishHelp();

  @Message
  String removeOutcome(int number);

  @Message
  String removeBenefit(int number);

  @Message
  String removeSkill(int number);

  @Message
  String aboutHeading();

  @Message
  String kindHeading();

  @Message
  String kind(Kind kind);

  @Message
  String kindHelp(Kind kind);

  @Message
  String certifiesHeading();

  @Message
  String certificationLevel(CertificationLevel level);

  @Message
  String certificationLevelHelp(CertificationLevel level);

  @Message
  String titleSv();

  @Message
  String titleEn();

  @Message
  String titleHelp();

  @Message
  String descriptionSv();

  @Message
  String descriptionEn();

  @Message
  String country();

  @Message
  String countryHelp();

  @Message
  String region();

  @Message
  String regionHelp();

  @Message
  String awardingBody();

  @Message
  String awardingBodyHelp();

  @Message
  String outcomesHeading();

  @Message
  String outcomesHelp();

  @Message
  String outcome(int number);

  @Message
  String outcomeSv();

  @Message
  String outcomeEn();

  @Message
  String criterionSv();

  @Message
  String criterionEn();

  @Message
  String criterionHelp();

  @Message
  String addOutcome();

  @Message
  String skills();

  @Message
  String skillUri();

  @Message
  String skillLabel();

  @Message
  String skillHelp();

  @Message
  String addSkill();

  @Message
  String manyOutcomes();

  @Message
  String manyOutcomesHelp();

  @Message
  String learningHeading();

  @Message
  String hours();

  @Message
  String hoursHelp();

  @Message
  String creditSystem();

  @Message
  String creditSystemHelp();

  @Message
  String creditValue();

  @Message
  String framework();

  @Message
  String noFramework();

  @Message
  String levelValue();

  @Message
  String notApplicable();

  @Message
  String notApplicableHelp();

  @Message
  String modeHeading();

  @Message
  String participationMode(ParticipationMode mode);

  @Message
  String settingHeading();

  @Message
  String learningSetting(LearningSetting setting);

  @Message
  String prerequisites();

  @Message
  String languages();

  @Message
  String languagesHelp();

  @Message
  String assessmentHeading();

  @Message
  String assessmentHelp();

  @Message
  String types();

  @Message
  String assessmentType(AssessmentType type);

  @Message
  String method();

  @Message
  String methodHelp();

  @Message
  String supervisionHeading();

  @Message
  String supervision(Supervision supervision);

  @Message
  String supervisionHelp(Supervision supervision);

  @Message
  String assessorRole();

  @Message
  String assessorRoleHelp();

  @Message
  String qualityHeading();

  @Message
  String qualityHelp();

  @Message
  String assuranceHeading();

  @Message
  String assurance(QualityAssuranceType type);

  @Message
  String assuranceHelp(QualityAssuranceType type);

  @Message
  String body();

  @Message
  String bodyHelp();

  @Message
  String reference();

  @Message
  String validUntil();

  @Message
  String benefitsHeading();

  @Message
  String benefitsHelp();

  @Message
  String benefit(int number);

  @Message
  String benefitTypeHeading();

  @Message
  String benefitType(BenefitType type);

  @Message
  String benefitText();

  @Message
  String addBenefit();

  @Message
  String standAlone();

  @Message
  String standAloneYes();

  @Message
  String standAloneNo();

  @Message
  String checklist();

  @Message
  String publishable();

  @Message
  String notYet(int count);

  @Message
  String unreadable();

  @Message
  String element(StandardElement element);

  @Message
  String elementState(State state);

  @Message
  String rule(Rule rule);

  @Message
  String row(int number);

  @Message
  String allElements();

  @Message
  String back();
}
