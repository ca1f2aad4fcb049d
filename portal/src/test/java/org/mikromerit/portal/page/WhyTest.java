package org.mikromerit.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyTest {

  @ParameterizedTest
  @CsvSource({
    "https://mikromerit.org/problems/issuing-right-missing, ISSUING_RIGHT_MISSING",
    "issuing-right-missing, ISSUING_RIGHT_MISSING",
    "STANDARD-ELEMENT-MISSING, STANDARD_ELEMENT_MISSING",
    "repeated-row, REPEATED_ROW",
    "https://mikromerit.org/problems/, OTHER",
    "https://mikromerit.org/problems/what-came-later, OTHER",
    "'', OTHER"
  })
  void aProblemIsKnownByItsTypeAndAFaultByItsCode(String code, Why why) {
    assertThat(Why.of(code)).isEqualTo(why);
  }

  @Test
  void whatHasNoCodeIsAnother() {
    assertThat(Why.of(null)).isEqualTo(Why.OTHER);
  }

  @Test
  void whatHasNoWordsOfItsOwnIsToldInTheServicesWords() {
    assertThat(Why.OTHER.toldByService()).isTrue();
  }
}
