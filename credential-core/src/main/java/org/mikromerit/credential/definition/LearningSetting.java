package org.mikromerit.credential.definition;

/** In what kind of education learning took place. */
public enum LearningSetting implements Token {
  FORMAL,
  NON_FORMAL,
  INFORMAL
}
