package org.mikromerit.issuer.award.rest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.award.AwardRule.BrokenAward;

/** What is awarded for a pathway, and what becomes of it when a part no longer stands. */
record AwardRuleRequest(@Nullable UUID definition, @Nullable BrokenAward brokenAward) {
  static final String EXAMPLE =
      """
      {"definition": "0190a000-0000-7000-8000-0000000000d1", "brokenAward": "FLAG"}
      """;
}
