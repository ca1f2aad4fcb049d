package org.mikromerit.portal.session;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequireSessionKeyTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @ValueSource(strings = {"", "0123456789abcdef0123456789abcde"})
  void thePortalDoesNotStartWithoutAKeyForSessions(String key) {
    var require = new RequireSessionKey(Optional.of(key).filter(each -> !each.isEmpty()), true);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(require::require)
        .withMessageContaining("mikromerit.session-key");
  }

  @Test
  void withAKeyOrOnADevelopersMachineItStarts() {
    assertThatCode(new RequireSessionKey(Optional.of(KEY), true)::require)
        .doesNotThrowAnyException();
    assertThatCode(new RequireSessionKey(Optional.empty(), false)::require)
        .doesNotThrowAnyException();
  }
}
