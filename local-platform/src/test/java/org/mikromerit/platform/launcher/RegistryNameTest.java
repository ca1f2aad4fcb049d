package org.mikromerit.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryNameTest {
  /** The registry's seed in tests, and the multikey that its DID document has for it. */
  @ParameterizedTest
  @CsvSource({
    "http://localhost:8082,            did:web:localhost%3A8082",
    "https://localhost:8482,           did:web:localhost%3A8482",
    "https://Registry.Example.org/any, did:web:registry.example.org"
  })
  void itIsTheOneThatTheRegistrySignsWith(URI publicUrl, String did) {
    assertThat(RegistryName.of(publicUrl, "ZGV2ZWxvcG1lbnQtb25seS1yZWdpc3RyeS1zaWduaW4="))
        .isEqualTo(did + "#z6MkiuEx5X5pf4uVYvC2QqFuKHo6vXjRrFwKSGJUGoeKFYKa");
  }
}
