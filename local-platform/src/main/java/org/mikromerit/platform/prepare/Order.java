package org.mikromerit.platform.prepare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mikromerit.platform.PlatformException;

/**
 * What is to be prepared, as the environment says it: {@code MIKROMERIT_POSTGRES} and {@code
 * MIKROMERIT_KAFKA} name the servers, each left out where others look after it; the passwords that
 * roles and users are to have stand in {@code ISSUER_OWNER_PASSWORD} and its like.
 */
record Order(Map<String, String> environment) {
  private static final List<String> SERVICES =
      List.of("issuer", "registry", "verification", "stacking");
  private static final String KEYCLOAK = "keycloak";

  /** Ends before the database's name, as {@code jdbc:postgresql://postgres:5432/}. */
  Optional<String> postgres() {
    return given("MIKROMERIT_POSTGRES");
  }

  String postgresUser() {
    return given("MIKROMERIT_POSTGRES_USER").orElse("postgres");
  }

  String postgresPassword() {
    return needed("MIKROMERIT_POSTGRES_PASSWORD");
  }

  /** Bootstrap servers. */
  Optional<String> kafka() {
    return given("MIKROMERIT_KAFKA");
  }

  String kafkaUser() {
    return given("MIKROMERIT_KAFKA_USER").orElse("admin");
  }

  String kafkaPassword() {
    return needed("MIKROMERIT_KAFKA_PASSWORD");
  }

  Optional<String> kafkaSecurity() {
    return given("MIKROMERIT_KAFKA_SECURITY");
  }

  /** Every service's database, and the identity provider's where its password is given. */
  List<String> databases() {
    return given(variable(KEYCLOAK, "OWNER")).isPresent()
        ? Stream.concat(SERVICES.stream(), Stream.of(KEYCLOAK)).toList()
        : SERVICES;
  }

  String ownerPassword(String database) {
    return needed(variable(database, "OWNER"));
  }

  String appPassword(String database) {
    return needed(variable(database, "APP"));
  }

  String kafkaPassword(String service) {
    return needed(variable(service, "KAFKA"));
  }

  private static String variable(String name, String of) {
    return name.toUpperCase(Locale.ROOT) + "_" + of + "_PASSWORD";
  }

  private String needed(String variable) {
    return given(variable).orElseThrow(() -> new PlatformException(variable + " is not given."));
  }

  private Optional<String> given(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
  }
}
