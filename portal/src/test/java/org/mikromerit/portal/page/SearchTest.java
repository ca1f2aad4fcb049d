package org.mikromerit.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void whoLooksForNothingIsGivenEverything(String q) {
    Search search = Search.of(q).and("state", null);

    assertThat(search.asked()).isNull();
    assertThat(search.narrow()).isFalse();
    assertThat(search.kept()).isEmpty();
  }

  @Test
  void furtherPagesKeepWhatIsLookedFor() {
    Search search = Search.of(" Åmål & 100%\"<x> ").and("state", "APPLIED");

    assertThat(search.asked()).isEqualTo("Åmål & 100%\"<x>");
    assertThat(search.kept()).isEqualTo("&q=%C3%85m%C3%A5l+%26+100%25%22%3Cx%3E&state=APPLIED");
    assertThat(search.has("state", "APPLIED")).isTrue();
    assertThat(search.has("state", "APP")).isFalse();
  }
}
