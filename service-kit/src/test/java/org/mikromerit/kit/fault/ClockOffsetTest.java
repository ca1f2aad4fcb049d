package org.mikromerit.kit.fault;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.LaunchMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockOffsetTest {

  @Test
  void aStartedServiceRefusesAWrongTime() {
    var moved = new ClockOffset(Duration.ofHours(-1), false, LaunchMode.NORMAL);

    assertThatThrownBy(moved::refuse)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("mikromerit.fault-points-allowed");
  }

  @Test
  void whereATestAllowsItAServiceStartsWithAWrongTime() {
    var moved = new ClockOffset(Duration.ofHours(-1), true, LaunchMode.NORMAL);

    assertThatCode(moved::refuse).doesNotThrowAnyException();
  }

  @Test
  void whoseTimeIsNotMovedStartsAnywhere() {
    var right = new ClockOffset(Duration.ZERO, false, LaunchMode.NORMAL);

    assertThatCode(right::refuse).doesNotThrowAnyException();
  }
}
