package org.mikromerit.kit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultPointsTest {
  private final List<Integer> halts = new ArrayList<>();

  private FaultPoints points(String chosen, boolean allowed) {
    return new FaultPoints(
        Optional.of(chosen).filter(name -> !name.isEmpty()), allowed, halts::add);
  }

  @Test
  void withoutTheSettingNoPlaceKills() {
    var points = points("", true);

    points.here("after-ack");

    assertThat(halts).isEmpty();
  }

  @Test
  void theNamedPlaceKillsAtItsFirstPassOnly() {
    var points = points("after-ack", true);

    points.here("before-offset");
    assertThat(halts).isEmpty();
    points.here("after-ack");
    points.here("after-ack");

    assertThat(halts).containsExactly(137);
  }

  @Test
  void aPassCountsOnlyItsOwnPlace() {
    var points = points("after-ack:3", true);

    points.here("after-ack");
    points.here("after-commit");
    points.here("after-ack");
    assertThat(halts).isEmpty();
    points.here("after-ack");

    assertThat(halts).containsExactly(137);
  }

  @Test
  void aServiceWhereNoneIsAllowedDoesNotStart() {
    var points = points("after-ack", false);

    assertThatThrownBy(points::refuse)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("mikromerit.fault-points-allowed");
  }

  @Test
  void aServiceWithoutTheSettingStarts() {
    var points = points("", false);

    points.refuse();

    assertThat(halts).isEmpty();
  }

  @Test
  void whatIsNoPlaceIsRefused() {
    for (String wrong : List.of("After", "a b", "after-ack:0", "after-ack:x", "after-ack:")) {
      assertThatThrownBy(() -> points(wrong, true)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
