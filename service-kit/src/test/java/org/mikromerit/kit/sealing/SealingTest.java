package org.mikromerit.kit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {
  private static final byte[] SECRET = "Åsa Öberg".getBytes(StandardCharsets.UTF_8);

  private final Sealing sealing = Sealing.under(Sealing.newKey());

  @Test
  void whatWasSealedOpensForWhatItBelongsTo() {
    byte[] sealed = sealing.seal(SECRET, "row 1");

    assertThat(sealing.open(sealed, "row 1")).isEqualTo(SECRET);
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("berg");
  }

  @Test
  void theSameBytesNeverLookTheSame() {
    assertThat(sealing.seal(SECRET, "row 1")).isNotEqualTo(sealing.seal(SECRET, "row 1"));
  }

  @Test
  void whatWasCopiedToAnotherRowOpensForNobody() {
    byte[] sealed = sealing.seal(SECRET, "row 1");

    assertThatIllegalStateException().isThrownBy(() -> sealing.open(sealed, "row 2"));
  }

  @Test
  void anotherKeyOpensNothing() {
    byte[] sealed = sealing.seal(SECRET, "row 1");

    assertThatIllegalStateException()
        .isThrownBy(() -> Sealing.under(Sealing.newKey()).open(sealed, "row 1"));
  }

  @Test
  void oneBitChangedOpensNothing() {
    byte[] sealed = sealing.seal(SECRET, "row 1");

    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatIllegalStateException().isThrownBy(() -> sealing.open(changed, "row 1"));
    }
  }

  @Test
  void whatIsTooShortOpensNothing() {
    assertThatIllegalStateException().isThrownBy(() -> sealing.open(new byte[0], "row 1"));
    assertThatIllegalStateException().isThrownBy(() -> sealing.open(new byte[] {1}, "row 1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no base64!", "c2hvcnQ="})
  void aSettingThatIsNoKeyIsRefusedByNameAndNotRepeated(String setting) {
    assertThatIllegalStateException()
        .isThrownBy(() -> Sealing.underSetting("MIKROMERIT_SOME_KEY", Optional.of(setting)))
        .withMessageStartingWith("MIKROMERIT_SOME_KEY must be 32 bytes in base64")
        .withNoCause();
  }

  @Test
  void aSettingIsTheKeyInBase64() {
    byte[] key = Sealing.newKey();
    var fromSetting =
        Sealing.underSetting(
            "MIKROMERIT_SOME_KEY", Optional.of(Base64.getEncoder().encodeToString(key)));

    assertThat(fromSetting.open(Sealing.under(key).seal(SECRET, "row 1"), "row 1"))
        .isEqualTo(SECRET);
  }
}
