package org.mikromerit.credential.definition;

/** Whether learners are watched and known while they are assessed. */
public enum Supervision implements Token {
  UNSUPERVISED_NO_IDENTITY_CHECK,
  SUPERVISED_NO_IDENTITY_CHECK,
  SUPERVISED_ONLINE_IDENTITY_CHECK,
  SUPERVISED_ONSITE_IDENTITY_CHECK
}
