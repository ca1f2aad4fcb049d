package org.mikromerit.portal.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.portal.reach.Reached.Problem;

class RefusalTest {

  @ParameterizedTest
  @CsvSource({
    "https://mikromerit.org/problems/claim-code-unknown, UNKNOWN",
    "https://mikromerit.org/problems/too-many-attempts, TOO_MANY",
    "https://mikromerit.org/problems/invalid-value, EMPTY",
    ", EMPTY"
  })
  void whatTheIssuerSaysIsSaidInWords(String type, Refusal refusal) {
    assertThat(Refusal.of(new Problem(type, null, null, null))).isEqualTo(refusal);
  }
}
