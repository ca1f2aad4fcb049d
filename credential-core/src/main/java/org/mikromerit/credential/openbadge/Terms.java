package org.mikromerit.credential.openbadge;

/**
 * The terms of our own context ({@code mikromerit-credential-v1.json}) that the writers and the
 * reader share.
 */
final class Terms {

  static final String ASSESSMENT = "assessment";
  static final String AWARD_PART = "AwardPart";
  static final String AWARDED_FOR = "awardedFor";
  static final String AWARDING_BODY = "awardingBody";
  static final String BENEFIT = "benefit";
  static final String CERTIFICATION_LEVEL = "certificationLevel";
  static final String CREDENTIAL_KIND = "credentialKind";
  static final String EDUCATION_LEVEL = "educationLevel";
  static final String GOVERNANCE_MODEL = "governanceModel";
  static final String ISSUING_RIGHT = "issuingRight";
  static final String LEARNING_OUTCOME = "learningOutcome";
  static final String LOCALIZED_DESCRIPTION = "localizedDescription";
  static final String LOCALIZED_NAME = "localizedName";
  static final String PARTICIPATION = "participation";
  static final String PART_STATUS = "partStatus";
  static final String PREREQUISITES = "prerequisites";
  static final String QUALITY_ASSURANCE = "qualityAssurance";
  static final String STAND_ALONE = "standAlone";
  static final String WORKLOAD = "workload";

  private Terms() {}
}
