package org.mikromerit.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;

class KafkaAccessTest {
  private static final Optional<String> NONE = Optional.empty();

  @Test
  void withoutAUserNothingIsSaidOfSecurity() {
    var access = access(NONE, NONE, NONE);

    assertThat(access.with(Map.of("client.id", "x")))
        .containsOnly(Map.entry("bootstrap.servers", "broker:1"), Map.entry("client.id", "x"));
  }

  @Test
  void aUserSignsInWithScram() {
    var access = access(Optional.of("issuer"), Optional.of("s"), NONE);

    assertThat(access.with(Map.of()))
        .containsEntry("security.protocol", "SASL_PLAINTEXT")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-256");
  }

  @Test
  void theProtocolCanBeChosen() {
    var access = access(Optional.of("issuer"), Optional.of("s"), Optional.of("SASL_SSL"));

    assertThat(access.with(Map.of())).containsEntry("security.protocol", "SASL_SSL");
  }

  @Test
  void theMechanismAndWhoVouchesForTheBrokerCanBeChosen() {
    var access =
        new KafkaAccess(
            "broker:1",
            Optional.of("issuer"),
            Optional.of("s"),
            Optional.of("SASL_SSL"),
            "SCRAM-SHA-512",
            Optional.of("/etc/kafka-ca/ca.crt"));

    assertThat(access.with(Map.of()))
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
        .containsEntry("ssl.truststore.type", "PEM")
        .containsEntry("ssl.truststore.location", "/etc/kafka-ca/ca.crt");
  }

  @Test
  void aPasswordCannotEndItsOwnString() {
    String hostile = "a\"; evil required x=\"\\";
    var access = access(Optional.of("issuer"), Optional.of(hostile), NONE);

    String jaas = String.valueOf(access.with(Map.of()).get("sasl.jaas.config"));
    var entries =
        JaasContext.loadClientContext(Map.of("sasl.jaas.config", new Password(jaas)))
            .configurationEntries();

    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().getOptions().get("password")).isEqualTo(hostile);
  }

  @Test
  void aUserWithoutPasswordIsAMistake() {
    assertThatThrownBy(() -> access(Optional.of("issuer"), NONE, NONE))
        .hasMessageContaining("kafka-password");
  }

  private static KafkaAccess access(
      Optional<String> user, Optional<String> password, Optional<String> security) {
    return new KafkaAccess("broker:1", user, password, security, "SCRAM-SHA-256", NONE);
  }
}
