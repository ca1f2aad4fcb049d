package org.mikromerit.issuer.batch;

/** What became of a row. */
public enum RowState {
  WAITING,
  ISSUED,
  /** Of a dry run: it would be issued. */
  ISSUABLE,
  /** The learner has it already, by this file or otherwise. */
  SKIPPED,
  REFUSED,
  /** The batch ended before its turn. */
  CANCELLED
}
