package org.mikromerit.portal.institution.definition;

import java.util.Locale;

/** The controlled values of a definition, as the issuer takes them. */
public interface Vocabulary {

  /** A value that is written in lower case with hyphens. */
  interface Token {
    String name();

    /** As it is written over REST. */
    default String token() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Which kind of award. */
  enum Kind {
    MICRO_CREDENTIAL,
    VERIFIED_SKILL,
    ATTENDANCE
  }

  /** What it certifies of whoever holds it. */
  enum CertificationLevel {
    PARTICIPATION,
    OBJECTIVES,
    DEMONSTRATED
  }

  /** How a learner shows what they can. */
  enum AssessmentType implements Token {
    WRITTEN,
    ORAL,
    PRACTICAL,
    PORTFOLIO,
    PROJECT,
    WORKPLACE,
    SIMULATION,
    QUIZ,
    ASSIGNMENT,
    PEER_REVIEW,
    ATTENDANCE
  }

  /** Whether learners are watched and known while they are assessed. */
  enum Supervision implements Token {
    SUPERVISED_ONSITE_IDENTITY_CHECK,
    SUPERVISED_ONLINE_IDENTITY_CHECK,
    SUPERVISED_NO_IDENTITY_CHECK,
    UNSUPERVISED_NO_IDENTITY_CHECK
  }

  /** Where learning takes place. */
  enum ParticipationMode implements Token {
    ONSITE,
    ONLINE,
    BLENDED,
    WORKPLACE
  }

  /** In what kind of education. */
  enum LearningSetting implements Token {
    FORMAL,
    NON_FORMAL,
    INFORMAL
  }

  /** Who stands behind the quality. */
  enum QualityAssuranceType implements Token {
    AUDITED,
    THIRD_PARTY,
    SELF_ASSERTED,
    NONE
  }

  /** What it is good for. */
  enum BenefitType implements Token {
    JOB_TASK,
    RECRUITMENT,
    RETENTION,
    ADMISSION,
    PERSONAL_DEVELOPMENT,
    INCLUSION
  }
}
