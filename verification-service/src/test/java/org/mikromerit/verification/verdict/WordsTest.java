package org.mikromerit.verification.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.check.CheckName;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.FindingCode;

@Tag("VER-2")
class WordsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @ParameterizedTest
  @EnumSource(
      names = {
        "STATUS_STANDING",
        "STATUS_STOOD_THEN",
        "STATUS_LIST_UNKNOWN",
        "STATUS_LIST_UNAVAILABLE",
        "STATUS_LIST_STALE"
      })
  void eachOfTheListsIsToldByWhatItIsFor(FindingCode code) {
    var words = new Words();
    for (Moment moment : new Moment[] {Moment.now(NOW), new Moment(NOW.minusSeconds(60), NOW)}) {

      Map<String, String> revocation = words.of(of(code, "revocation"), moment);
      Map<String, String> suspension = words.of(of(code, "suspension"), moment);

      assertThat(revocation).containsOnlyKeys("sv", "en");
      assertThat(revocation.get("en")).doesNotContain("suspended");
      assertThat(suspension.get("en")).contains("suspended");
      assertThat(revocation.get("sv")).doesNotContain("uppehåll");
      assertThat(suspension.get("sv")).contains("uppehåll");
    }
  }

  private static Finding of(FindingCode code, String purpose) {
    return new Finding(CheckName.STATUS, code, Map.of("purpose", purpose));
  }
}
