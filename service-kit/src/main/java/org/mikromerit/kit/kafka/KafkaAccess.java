package org.mikromerit.kit.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the broker is and who this service is to it: the same for all of its Kafka clients. */
@ApplicationScoped
public class KafkaAccess {
  private final Map<String, Object> settings;

  KafkaAccess(
      @ConfigProperty(name = "mikromerit.kafka") String bootstrap,
      @ConfigProperty(name = "mikromerit.kafka-user") Optional<String> user,
      @ConfigProperty(name = "mikromerit.kafka-password") Optional<String> password,
      @ConfigProperty(name = "mikromerit.kafka-security") Optional<String> security,
      @ConfigProperty(name = "mikromerit.kafka-mechanism", defaultValue = "SCRAM-SHA-256")
          String mechanism,
      @ConfigProperty(name = "mikromerit.kafka-ca") Optional<String> ca) {
    var all = new HashMap<String, Object>();
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    if (user.isPresent()) {
      all.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, security.orElse("SASL_PLAINTEXT"));
      all.put(SaslConfigs.SASL_MECHANISM, mechanism);
      all.put(SaslConfigs.SASL_JAAS_CONFIG, scram(user.get(), password));
    } else {
      security.ifPresent(
          protocol -> all.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol));
    }
    ca.ifPresent(
        file -> {
          all.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
          all.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, file);
        });
    settings = Map.copyOf(all);
  }

  private static String scram(String user, Optional<String> password) {
    String secret =
        password.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "mikromerit.kafka-user is set, mikromerit.kafka-password is not"));
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=%s password=%s;"
        .formatted(quoted(user), quoted(secret));
  }

  /** As JAAS quotes: a value must not be able to end its own string. */
  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** What every client needs, with what this one adds. */
  public Map<String, Object> with(Map<String, Object> own) {
    var all = new HashMap<>(settings);
    all.putAll(own);
    return Map.copyOf(all);
  }
}
