package org.mikromerit.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  @Test
  void inProductionThePortalDoesNotStartWithoutOne() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> new PublicAddress(Optional.empty(), true))
        .withMessageContaining("mikromerit.portal.url is not set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://mikromerit.example", "http://10.0.0.1:8080", "http://localhost.example"})
  void inProductionNothingCrossesTheNetInTheClear(String url) {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> new PublicAddress(Optional.of(url), true))
        .withMessageContaining("mikromerit.portal.url is not https");
  }

  @ParameterizedTest
  @CsvSource({
    "https://mikromerit.example, https://mikromerit.example/",
    "https://mikromerit.example/, https://mikromerit.example/",
    "HTTPS://Mikromerit.Example:443, https://mikromerit.example/",
    "https://mikromerit.example:8443, https://mikromerit.example:8443/",
    "http://localhost:8080, http://localhost:8080/",
    "http://127.0.0.1:80, http://127.0.0.1/",
    "http://[::1]:8080, http://[::1]:8080/"
  })
  void itIsWrittenAsBrowsersWriteIt(String url, String base) {
    PublicAddress address = new PublicAddress(Optional.of(url), true);

    assertThat(address.known()).contains(URI.create(base));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mikromerit.example",
        "ftp://mikromerit.example",
        "https://mikromerit.example/portal",
        "https://mikromerit.example/?a=b",
        "https://mikromerit.example/#a",
        "https://me@mikromerit.example",
        "https://",
        "https://[broken"
      })
  void whatIsMoreThanSchemeHostAndPortIsRefused(String url) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new PublicAddress(Optional.of(url), false))
        .withMessageContaining("mikromerit.portal.url is scheme, host and port alone");
  }

  @Test
  void onADevelopersMachineEachRequestsOwnNameCounts() {
    assertThat(new PublicAddress(Optional.empty(), false).known()).isEmpty();
  }
}
