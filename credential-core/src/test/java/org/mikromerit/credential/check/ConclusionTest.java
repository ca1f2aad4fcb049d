package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("VER-2")
class ConclusionTest {

  @Test
  void nothingFoundIsNotValid() {
    assertThat(Conclusion.of(List.of())).isEqualTo(Conclusion.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource({
    "FORMAT_RECOGNISED,PROOF_HOLDS,VALID",
    "PROOF_HOLDS,ISSUER_UNKNOWN,VALID_WITH_WARNINGS",
    "ISSUER_UNKNOWN,STATUS_LIST_STALE,UNDECIDED",
    "STATUS_LIST_STALE,REVOKED,INVALID"
  })
  void theWorstFindingDecides(FindingCode one, FindingCode other, Conclusion conclusion) {
    assertThat(
            Conclusion.of(
                List.of(Finding.of(CheckName.FORMAT, one), Finding.of(CheckName.FORMAT, other))))
        .isEqualTo(conclusion);
  }
}
