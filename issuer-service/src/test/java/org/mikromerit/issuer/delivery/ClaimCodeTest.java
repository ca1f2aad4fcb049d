package org.mikromerit.issuer.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimCodeTest {
  private final ClaimCode code = ClaimCode.random(new SecureRandom());

  @Test
  void aCodeIsWrittenInGroupsWithoutLettersThatLookLikeDigits() {
    assertThat(code.written()).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}");
  }

  @Test
  void aCodeIsReadAsPeopleWriteIt() {
    String written = code.written();

    isTheCode(written);
    isTheCode(written.toLowerCase(Locale.ROOT));
    isTheCode(" " + written.replace("-", " \n"));
    isTheCode(written.replace('0', 'o').replace('1', 'l'));
    isTheCode(written.replace('0', 'O').replace('1', 'I'));
  }

  private void isTheCode(String written) {
    assertThat(ClaimCode.parse(written))
        .hasValueSatisfying(read -> assertThat(read.hash()).isEqualTo(code.hash()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7K3M-9QXT-A2VD-8WFN-JH4R-C6PB-Y5G",
        "7K3M-9QXT-A2VD-8WFN-JH4R-C6PB-Y5GEE",
        "7K3M-9QXT-A2VD-8WFN-JH4R-C6PB-Y5GU",
        "7K3M-9QXT-A2VD-8WFN-JH4R-C6PB-Y5G%",
        "' or 1=1 --"
      })
  void whatIsNoCodeIsNotRead(String written) {
    assertThat(ClaimCode.parse(written)).isEmpty();
  }

  @Test
  void whatIsMuchTooLongIsNotLookedAt() {
    assertThat(ClaimCode.parse(code.written() + " ".repeat(100))).isEmpty();
  }

  @Test
  void noLogLineCarriesACode() {
    assertThat(code.toString()).isEqualTo("claim code");
  }
}
