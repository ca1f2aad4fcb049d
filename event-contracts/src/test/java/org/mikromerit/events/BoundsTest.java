package org.mikromerit.events;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {

  @Test
  void aCompactJweHasFivePartsWithoutAnEncryptedKey() {
    assertThatCode(() -> Bounds.encrypted("document", "aZ0-_..b.c.d")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a",
        "a..b.c",
        "a..b.c.",
        "..b.c.d",
        "a.k.b.c.d",
        "a..b.c.d.e",
        "a..b.c.d.",
        "a..b.+.d",
        "a..b./.d",
        "a..b.c=.d",
        "a..b. .d",
        "a..b.\n.d",
        "a..b.å.d",
        "a..b.😀.d",
        "a..b.c.d\n"
      })
  void anythingElseIsNone(String value) {
    assertThatExceptionOfType(Bounds.Broken.class)
        .isThrownBy(() -> Bounds.encrypted("document", value))
        .withMessage("document is not a compact JWE with direct encryption");
  }

  @Test
  void aCompactJwsHasThreeParts() {
    assertThatCode(() -> Bounds.signed("list", "aZ0-_.b.c")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a.b", "a..c", "a.b.", "a.b.c.d", "a.b=.c", "a.b.ö"})
  void anythingElseIsNoJws(String value) {
    assertThatExceptionOfType(Bounds.Broken.class)
        .isThrownBy(() -> Bounds.signed("list", value))
        .withMessage("list is not a compact JWS");
  }

  @Test
  void nothingIsLargerThanTheBrokerTakes() {
    String large = "a..b." + "c".repeat(900_000) + ".d";

    assertThatExceptionOfType(Bounds.Broken.class)
        .isThrownBy(() -> Bounds.encrypted("document", large))
        .withMessage("document is more than 900000 characters");
  }
}
