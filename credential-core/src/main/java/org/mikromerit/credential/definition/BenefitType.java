package org.mikromerit.credential.definition;

/** What a credential is good for. */
public enum BenefitType implements Token {
  /** Doing a task at work. */
  JOB_TASK,
  PERSONAL_DEVELOPMENT,
  INCLUSION,
  /** Being admitted to education. */
  ADMISSION,
  /** Keeping a job. */
  RETENTION,
  /** Getting a job. */
  RECRUITMENT
}
