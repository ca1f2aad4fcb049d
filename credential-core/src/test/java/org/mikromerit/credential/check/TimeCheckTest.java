package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.testing.Samples;

@Tag("VER-2")
class TimeCheckTest extends CheckTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T09:30:14Z,NOT_YET_VALID",
    "2026-03-02T09:30:15Z,WITHIN_VALIDITY",
    "2026-03-02T10:30:14Z,WITHIN_VALIDITY",
    "2026-03-02T10:30:15Z,EXPIRED"
  })
  void validityBeginsWithItsStartAndEndsBeforeItsEnd(Instant now, FindingCode code) {
    JsonObject unsigned =
        with(Samples.unsigned(), "validUntil", JsonTree.string("2026-03-02T10:30:15Z"));

    assertThat(codes(world.verification().verify(json(Samples.signed(unsigned)), now)))
        .contains(code);
  }

  @Test
  void anInvertedValidityFails() {
    JsonObject unsigned =
        with(Samples.unsigned(), "validUntil", JsonTree.string("2026-03-02T09:30:14Z"));

    assertConcludes(
        verify(Samples.carelesslySigned(unsigned)),
        Conclusion.INVALID,
        FindingCode.VALIDITY_INVERTED);
  }

  @Test
  void whatEndsAsItBeginsHasEnded() {
    JsonObject unsigned =
        with(Samples.unsigned(), "validUntil", JsonTree.string("2026-03-02T09:30:15Z"));

    assertConcludes(
        verify(Samples.carelesslySigned(unsigned)), Conclusion.INVALID, FindingCode.EXPIRED);
  }
}
