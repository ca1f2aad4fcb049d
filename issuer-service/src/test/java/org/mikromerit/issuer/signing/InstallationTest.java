package org.mikromerit.issuer.signing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {
  private final InMemory installations = new InMemory();

  @Test
  void whatTheFirstKeyFixedIsAcceptedAtTheNextStart() {
    installation("https://merit.example", 1).establish();

    assertThatCode(() -> start("https://merit.example/", 1)).doesNotThrowAnyException();
  }

  @Test
  void anotherPublicAddressDoesNotStart() {
    installation("https://merit.example", 1).establish();

    assertThatThrownBy(() -> start("https://other.example", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MIKROMERIT_PUBLIC_URL");
  }

  @Test
  void anotherWrappingKeyDoesNotStart() {
    installation("https://merit.example", 1).establish();

    assertThatThrownBy(() -> start("https://merit.example", 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MIKROMERIT_KEY_WRAPPING_KEY");
  }

  @Test
  void beforeTheFirstKeyAnyAddressStarts() {
    assertThatCode(() -> start("http://localhost:8082", 1)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://merit.example",
        "https://merit.example/path",
        "merit.example",
        "https://a@b"
      })
  void whatIsNoPublicAddressIsRefused(String address) {
    assertThatThrownBy(() -> new PublicAddress(URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void start(String address, int wrappingKey) {
    installation(address, wrappingKey).whenStarting(new StartupEvent());
  }

  private Installation installation(String address, int wrappingKey) {
    byte[] key = new byte[32];
    key[0] = (byte) wrappingKey;
    return new Installation(
        installations,
        new PublicAddress(URI.create(address)),
        new KeyWrapping(Optional.of(Base64.getEncoder().encodeToString(key))),
        InstantSource.system());
  }

  private static final class InMemory implements Installations {
    private @Nullable Established established;

    @Override
    public Optional<Established> find() {
      return Optional.ofNullable(established);
    }

    @Override
    public void addIfFirst(Established first) {
      if (established == null) {
        established = first;
      }
    }
  }
}
