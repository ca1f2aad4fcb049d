package org.mikromerit.verification.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long all calls of one request are waited for. */
class AskingTest {
  @Test
  void whatOneVerdictWaitedForIsNotWaitedForAgainByTheNext() {
    var asking = new Asking(true, Duration.ofSeconds(3));

    asking.waited(Duration.ofSeconds(2).toNanos());
    boolean afterTwo = asking.isOver();
    asking.waited(Duration.ofSeconds(1).toNanos());

    assertThat(afterTwo).isFalse();
    assertThat(asking.isOver()).isTrue();
  }
}
