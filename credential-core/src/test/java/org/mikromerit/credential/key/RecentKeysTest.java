package org.mikromerit.credential.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecentKeysTest {

  private final RecentKeys keys = new RecentKeys(2);

  private final List<String> three =
      Stream.of(KeyType.values())
          .map(type -> SoftwareKey.generate(type, new SecureRandom()).publicKey().multibase())
          .toList();

  @Test
  void aKeyThatIsAskedForAgainIsNotMadeAnew() {
    PublicKey first = keys.fromMultibase(three.getFirst()).orElseThrow();

    assertThat(keys.fromMultibase(three.getFirst()).orElseThrow()).isSameAs(first);
    assertThat(first.multibase()).isEqualTo(three.getFirst());
  }

  @Test
  void theOneThatWasNotAskedForLongestIsForgotten() {
    PublicKey first = keys.fromMultibase(three.getFirst()).orElseThrow();
    PublicKey second = keys.fromMultibase(three.get(1)).orElseThrow();
    assertThat(keys.fromMultibase(three.getFirst())).isPresent();

    assertThat(keys.fromMultibase(three.get(2))).isPresent();

    assertThat(keys.fromMultibase(three.getFirst()).orElseThrow()).isSameAs(first);
    assertThat(keys.fromMultibase(three.get(1)).orElseThrow()).isNotSameAs(second);
  }

  @Test
  void whatIsNoKeyIsNone() {
    assertThat(keys.fromMultibase("z6Mk")).isEmpty();
    assertThat(keys.fromMultibase("z6Mk")).isEmpty();
  }
}
