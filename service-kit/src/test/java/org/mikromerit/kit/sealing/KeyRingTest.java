package org.mikromerit.kit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
  private final byte[] older = Sealing.newKey();
  private final byte[] newer = Sealing.newKey();

  @Test
  void theFirstKeyMakesAndAllOpen() {
    var ring = ring(entry("k2", newer) + ", " + entry("k1", older));

    assertThat(ring.first().orElseThrow().id()).isEqualTo("k2");
    assertThat(ring.first().orElseThrow().secret()).isEqualTo(newer);
    assertThat(ring.byId("k1")).hasValue(older);
    assertThat(ring.byId("k3")).isEmpty();
  }

  @Test
  void noKeyIsARingOfNone() {
    var ring = KeyRing.ofSetting("KEYS", Optional.empty());

    assertThat(ring.first()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k1",
        "k1=",
        "=ZGV2ZWxvcG1lbnQtb25seS1kZWxpdmVyeS1rZXktazE=",
        "k1=c2hvcnQ=",
        "k1=!!!!ZWxvcG1lbnQtb25seS1kZWxpdmVyeS1rZXktazE=",
        "k1=ZGV2ZWxvcG1lbnQtb25seS1kZWxpdmVyeS1rZXktazE=,",
        "k1=ZGV2ZWxvcG1lbnQtb25seS1kZWxpdmVyeS1rZXktazE=,k2",
        "k1=ZGV2ZWxvcG1lbnQtb25seS1kZWxpdmVyeS1rZXktazE=,k1=ZGV2ZWxvcG1lbnQtb25seS1kZWxpdmVyeS1rZXktazE="
      })
  void keysThatCannotBeUsedAreRefusedAndNotRepeated(String setting) {
    assertThatIllegalStateException()
        .isThrownBy(() -> ring(setting))
        .withMessageStartingWith("KEYS must be")
        .withMessageNotContaining("ZWxvcG1lbnQ")
        .withNoCause();
  }

  private static KeyRing ring(String setting) {
    return KeyRing.ofSetting("KEYS", Optional.of(setting));
  }

  private static String entry(String id, byte[] key) {
    return id + "=" + Base64.getEncoder().encodeToString(key);
  }
}
