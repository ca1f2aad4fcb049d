package org.mikromerit.issuer.delivery.rest;

import org.jspecify.annotations.Nullable;

/**
 * What a learner shows.
 *
 * @param code as it stands in the letter; case and gaps do not matter
 */
record ClaimRequest(@Nullable String code) {
  static final String EXAMPLE =
      """
      {"code": "7K3M-9QXT-A2VD-8WFN-JH4R-C6PB-Y5GE"}
      """;

  /** Says nothing, so that no log line can carry a code. */
  @Override
  public String toString() {
    return "ClaimRequest";
  }
}
