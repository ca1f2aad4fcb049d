package org.mikromerit.portal.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reached;
import org.mikromerit.portal.share.Sharing.Held;
import org.mikromerit.portal.share.Sharing.Issuer;

class ChoosingTest {
  private static final UUID HERE = UUID.randomUUID();
  private static final UUID ALSO_HERE = UUID.randomUUID();
  private static final UUID ELSEWHERE = UUID.randomUUID();

  @Test
  void whatWasChosenOnAnotherPageIsKeptAndWhatWasChosenOnThisOneStaysChosen() {
    var page = new Reached.Here<>(new Paged<>(List.of(held(HERE), held(ALSO_HERE)), "more"));

    Choosing choosing =
        Choosing.of(page, "start", List.of(ELSEWHERE, HERE), false, ChoosingTest::held);

    assertThat(choosing.kept()).containsExactly(held(ELSEWHERE));
    assertThat(choosing.has(HERE)).isTrue();
    assertThat(choosing.has(ALSO_HERE)).isFalse();
  }

  @Test
  void nobodyIsAskedOfWhatWasChosenWhereNobodyAnswers() {
    Choosing choosing =
        Choosing.of(
            new Reached.Away<>("registry"),
            "",
            List.of(ELSEWHERE),
            false,
            _ -> {
              throw new AssertionError("asked");
            });

    assertThat(choosing.kept()).isEmpty();
  }

  private static Held held(UUID id) {
    return new Held(
        id,
        "Hygien i vård",
        new Issuer("Vårdskolan i Åmål", "did:web:skolan.example"),
        Instant.EPOCH,
        new Sharing.Standing("STANDING"));
  }
}
