package org.mikromerit.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void namesAreEqualForEqualPartsAndOnlyThen() {
    assertThat(Ids.named("stack", "a", "b")).isEqualTo(Ids.named("stack", "a", "b"));
    assertThat(Ids.named("stack", "ab", "c")).isNotEqualTo(Ids.named("stack", "a", "bc"));
    assertThat(Ids.named("stack", "a")).isNotEqualTo(Ids.named("award", "a"));
  }

  @Test
  void newIdsGrow() {
    var ids = new Ids();

    assertThat(ids.next().version()).isEqualTo(7);
    assertThat(ids.next().toString()).isLessThan(ids.next().toString());
  }
}
