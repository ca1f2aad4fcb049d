package org.mikromerit.platform.launcher;

/** Every port that the platform listens on, with its number on a developer's machine. */
public enum Port {
  PORTAL(8080, "the portal"),
  ISSUER(8081, "issuer-service"),
  REGISTRY(8082, "registry-service"),
  VERIFICATION(8083, "verification-service"),
  STACKING(8084, "stacking-service"),
  ISSUER_2(8091, "issuer-service, the second"),
  REGISTRY_2(8092, "registry-service, the second"),
  VERIFICATION_2(8093, "verification-service, the second"),
  STACKING_2(8094, "stacking-service, the second"),
  KEYCLOAK(8180, "Keycloak"),
  KEYCLOAK_MANAGEMENT(8190, "Keycloak's health"),
  KAFKA(19092, "Kafka"),
  KAFKA_CONTROLLER(19093, "Kafka's controller"),
  POSTGRES(15432, "PostgreSQL");

  private final int usual;
  private final String user;

  Port(int usual, String user) {
    this.usual = usual;
    this.user = user;
  }

  int usual() {
    return usual;
  }

  /** Who listens on it, for a person to read. */
  String user() {
    return user;
  }

  /** The environment variable that sets another number. */
  String variable() {
    return "MIKROMERIT_PORT_" + name();
  }
}
