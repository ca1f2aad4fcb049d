package org.mikromerit.credential.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

  @Test
  void timesWithAZoneAreRead() {
    assertThat(Instants.parse("2026-03-02T10:30:15+01:00"))
        .contains(Instant.parse("2026-03-02T09:30:15Z"));
    assertThat(Instants.parse("2024-02-29T23:59:59.5Z"))
        .contains(Instant.parse("2024-02-29T23:59:59.5Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-02",
        "2026-03-02T09:30:15",
        "2026-03-02T09:30Z",
        "2026-02-30T00:00:00Z",
        "2026-03-02T24:00:00Z",
        "2026-12-31T23:59:60Z",
        "10000-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "2026-03-02T09:30:15+25:00",
        "2026-03-02t09:30:15z",
        " 2026-03-02T09:30:15Z",
        "2026-03-02T09:30:15.1234567890Z",
        "２０２６-03-02T09:30:15Z"
      })
  void timesThatSomeReadersUnderstandOtherwiseAreNotRead(String text) {
    assertThat(Instants.parse(text)).isEmpty();
  }

  @Test
  void timesAreWrittenToTheSecond() {
    assertThat(Instants.write(Instant.parse("2026-03-02T09:30:15.999Z")))
        .isEqualTo("2026-03-02T09:30:15Z");
  }

  @Test
  void theYearTenThousandIsNotWritten() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Instants.write(Instant.parse("+10000-01-01T00:00:00Z")));
  }
}
