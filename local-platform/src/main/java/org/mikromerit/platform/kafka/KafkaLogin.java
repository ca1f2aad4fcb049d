package org.mikromerit.platform.kafka;

import java.util.Map;

/**
 * How a program reaches the broker, and as whom.
 *
 * @param user a service's name, or the administrator's, who may do anything
 * @param password must not hold quotes or backslashes; ours are hexadecimal
 */
public record KafkaLogin(String bootstrap, String user, String password) {
  public static final String ADMIN = "admin";

  /** The same broker as another user. */
  public KafkaLogin as(String otherUser, String otherPassword) {
    return new KafkaLogin(bootstrap, otherUser, otherPassword);
  }

  /** What any Kafka client is given to begin with. */
  public Map<String, Object> settings() {
    return Map.of(
        "bootstrap.servers",
        bootstrap,
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "SCRAM-SHA-256",
        "sasl.jaas.config",
        scram(user, password));
  }

  static String scram(String user, String password) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(user, password);
  }

  @Override
  public String toString() {
    return user + "@" + bootstrap;
  }
}
