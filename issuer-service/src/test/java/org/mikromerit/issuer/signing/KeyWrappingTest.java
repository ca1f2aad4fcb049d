package org.mikromerit.issuer.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyWrappingTest {
  private static final byte[] SECRET =
      "a private key of 32 bytes exactly".getBytes(StandardCharsets.UTF_8);

  private final UUID key = UUID.randomUUID();
  private final UUID organisation = UUID.randomUUID();
  private final KeyWrapping wrapping = wrappingBy(1);

  @Test
  void whatWasWrappedIsUnwrapped() {
    byte[] wrapped = wrapping.wrap(SECRET, key, organisation);

    assertThat(wrapping.unwrap(wrapped, key, organisation)).isEqualTo(SECRET);
    assertThat(new String(wrapped, StandardCharsets.ISO_8859_1)).doesNotContain("private key");
  }

  @Test
  void theSameSecretIsWrappedDifferentlyEachTime() {
    assertThat(wrapping.wrap(SECRET, key, organisation))
        .isNotEqualTo(wrapping.wrap(SECRET, key, organisation));
  }

  @Test
  void anotherWrappingKeyOpensNothing() {
    byte[] wrapped = wrapping.wrap(SECRET, key, organisation);

    assertThatThrownBy(() -> wrappingBy(2).unwrap(wrapped, key, organisation))
        .isInstanceOf(IllegalStateException.class);
    assertThat(wrappingBy(2).check()).isNotEqualTo(wrapping.check());
  }

  @Test
  void aKeyCopiedToAnotherOrganisationOpensForNobody() {
    byte[] wrapped = wrapping.wrap(SECRET, key, organisation);

    assertThatThrownBy(() -> wrapping.unwrap(wrapped, key, UUID.randomUUID()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void oneChangedByteIsNoticed() {
    byte[] wrapped = wrapping.wrap(SECRET, key, organisation);
    wrapped[wrapped.length / 2] ^= 1;

    assertThatThrownBy(() -> wrapping.unwrap(wrapped, key, organisation))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not base64!", "c2hvcnQ="})
  void withoutAKeyOf32BytesNothingStarts(String configured) {
    assertThatThrownBy(() -> new KeyWrapping(Optional.of(configured)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MIKROMERIT_KEY_WRAPPING_KEY");
  }

  private static KeyWrapping wrappingBy(int seed) {
    byte[] key = new byte[32];
    key[0] = (byte) seed;
    return new KeyWrapping(Optional.of(Base64.getEncoder().encodeToString(key)));
  }
}
