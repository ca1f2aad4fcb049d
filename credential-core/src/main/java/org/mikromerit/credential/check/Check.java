package org.mikromerit.credential.check;

import java.util.List;

/**
 * One question about a credential whose proof holds. Answers from what is at hand: it fetches
 * nothing.
 */
public interface Check {

  CheckName name();

  /**
   * One finding for each thing looked at; empty if the credential gives no cause for the question.
   */
  List<Finding> examine(Proven credential);
}
