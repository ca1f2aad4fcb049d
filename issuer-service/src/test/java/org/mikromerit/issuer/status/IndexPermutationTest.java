package org.mikromerit.issuer.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexPermutationTest {
  private static final byte[] SEED =
      "sixteen bytes or more of a secret".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @Tag("R3")
  @ValueSource(ints = {1, 2, 3, 1000, 4096, 131_072})
  void everyPlaceHasOneIndexOfItsOwn(int capacity) {
    var permutation = new IndexPermutation(SEED, capacity);

    var indexes = IntStream.range(0, capacity).map(permutation::indexOf).sorted().toArray();

    assertThat(indexes).isEqualTo(IntStream.range(0, capacity).toArray());
  }

  @Test
  @Tag("S12")
  void theOrderOfIssueDoesNotShow() {
    var permutation = new IndexPermutation(SEED, 131_072);

    long inOrder =
        IntStream.range(0, 999)
            .filter(place -> permutation.indexOf(place) < permutation.indexOf(place + 1))
            .count();

    assertThat(inOrder).isBetween(400L, 600L);
  }

  @Test
  @Tag("S12")
  void anotherSeedShufflesOtherwise() {
    var one = new IndexPermutation(SEED, 131_072);
    var other =
        new IndexPermutation(
            "another secret of many bytes".getBytes(StandardCharsets.US_ASCII), 131_072);

    assertThat(IntStream.range(0, 100).filter(n -> one.indexOf(n) == other.indexOf(n)).count())
        .isLessThan(5);
  }
}
