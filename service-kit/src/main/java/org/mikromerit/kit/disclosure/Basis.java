package org.mikromerit.kit.disclosure;

/**
 * What allows personal data to leave: the bases of the General Data Protection Regulation, article
 * 6(1), and the data subject's own request (articles 15 and 20).
 */
public enum Basis {
  CONSENT,
  CONTRACT,
  LEGAL_OBLIGATION,
  PUBLIC_TASK,
  DATA_SUBJECT_REQUEST
}
