package org.mikromerit.platform.launcher;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.mikromerit.platform.Secrets;
import org.mikromerit.platform.Versions;
import org.mikromerit.platform.kafka.BrokerSetup;
import org.mikromerit.platform.kafka.KafkaBroker;
import org.mikromerit.platform.kafka.Topics;
import org.mikromerit.platform.keycloak.KeycloakDistribution;
import org.mikromerit.platform.keycloak.KeycloakServer;
import org.mikromerit.platform.postgres.Database;
import org.mikromerit.platform.postgres.PostgresServer;
import org.mikromerit.platform.process.Daemon;
import org.mikromerit.platform.service.ServiceProcess;

/**
 * Everything that runs: three servers, our services, each with its own database, and the portal.
 */
public final class Stack {
  /** The services in the order in which they are listed; each has the database of its name. */
  static final List<Port> SERVICES =
      List.of(Port.ISSUER, Port.REGISTRY, Port.VERIFICATION, Port.STACKING);

  /** The pages, which have no database and no topics. */
  private static final String PORTAL = name(Port.PORTAL);

  /** How many instances of each service can run. */
  static final int MOST_REPLICAS = 2;

  private final Settings settings;
  private final Secrets secrets;
  private final PostgresServer postgres;
  private final KafkaBroker kafka;
  private final KeycloakServer keycloak;
  private final Map<String, ServiceProcess> services = new LinkedHashMap<>();

  public Stack(Settings settings) {
    this.settings = settings;
    this.secrets = new Secrets(settings.home());
    this.postgres =
        new PostgresServer(
            settings.home(), settings.port(Port.POSTGRES), secrets.password("postgres"));
    this.kafka =
        new KafkaBroker(
            settings.home(),
            settings.port(Port.KAFKA),
            settings.port(Port.KAFKA_CONTROLLER),
            secrets.password("kafka-admin"));
    this.keycloak =
        new KeycloakServer(
            settings.home(),
            settings.checkout().resolve("deploy/keycloak/mikromerit-realm.json"),
            settings.port(Port.KEYCLOAK),
            settings.port(Port.KEYCLOAK_MANAGEMENT),
            portalUrl(),
            secrets.password("keycloak-admin"));
    for (Port port : SERVICES) {
      for (int replica = 1; replica <= MOST_REPLICAS; replica++) {
        services.put(instance(name(port), replica), service(port, replica));
      }
    }
    services.put(PORTAL, portal());
  }

  /**
   * One thing that runs.
   *
   * @param name as in {@code up NAME} and in its log's name
   * @param title for a person to read, with the version
   * @param url where people find it, or empty
   * @param current whether what runs is what would be started now
   * @param health whether it is current and answers
   */
  record Part(
      String name,
      String title,
      String url,
      List<Port> ports,
      Daemon daemon,
      Health current,
      Health health,
      Step launch,
      Step await,
      Step stop,
      Step kill) {}

  /** A question about a part that is answered by asking it. */
  interface Health {
    boolean isGood();
  }

  /** Something that is done to a part. */
  interface Step {
    void run();
  }

  /** The parts in the order in which they start, each service once. */
  List<Part> parts() {
    return parts(1);
  }

  /** The parts in the order in which they start, each service as often as it is to run. */
  List<Part> parts(int replicas) {
    List<Part> parts = servers();
    for (int replica = 1; replica <= replicas; replica++) {
      for (Port port : SERVICES) {
        parts.add(part(name(port), listens(port, replica), replica));
      }
    }
    parts.add(part(PORTAL, Port.PORTAL, 1));
    return parts;
  }

  private List<Part> servers() {
    Versions versions = Versions.ofThisBuild();
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part(
            PostgresServer.NAME,
            "PostgreSQL " + versions.postgres(),
            "",
            List.of(Port.POSTGRES),
            postgres.daemon(),
            postgres::current,
            postgres::healthy,
            this::startPostgres,
            () -> {},
            postgres::stop,
            postgres::kill));
    parts.add(
        new Part(
            KeycloakServer.NAME,
            "Keycloak " + versions.keycloak(),
            keycloak.url(),
            List.of(Port.KEYCLOAK, Port.KEYCLOAK_MANAGEMENT),
            keycloak.daemon(),
            keycloak::current,
            keycloak::healthy,
            this::launchKeycloak,
            keycloak::await,
            keycloak::stop,
            keycloak::kill));
    parts.add(
        new Part(
            KafkaBroker.NAME,
            "Kafka " + versions.kafka(),
            "",
            List.of(Port.KAFKA, Port.KAFKA_CONTROLLER),
            kafka.daemon(),
            kafka::current,
            kafka::healthy,
            this::startKafka,
            () -> {},
            kafka::stop,
            kafka::kill));
    return parts;
  }

  static boolean isService(Part part) {
    return part.ports()
        .getFirst()
        .name()
        .matches("PORTAL|(ISSUER|REGISTRY|VERIFICATION|STACKING)(_2)?");
  }

  private Part part(String name, Port listens, int replica) {
    ServiceProcess service = service(name, replica);
    return new Part(
        instance(name, replica),
        listens.user(),
        service.url(),
        List.of(listens),
        service.daemon(),
        service::current,
        service::healthy,
        service::launch,
        service::await,
        service::stop,
        service::kill);
  }

  public PostgresServer postgres() {
    return postgres;
  }

  public KafkaBroker kafka() {
    return kafka;
  }

  public KeycloakServer keycloak() {
    return keycloak;
  }

  /** The service of this name: issuer, registry, verification or stacking. */
  public ServiceProcess service(String name) {
    return service(name, 1);
  }

  /** One instance of a service, the first or the second. */
  public ServiceProcess service(String name, int replica) {
    return instance(instance(name, replica));
  }

  /** By its own name, as "issuer-2". */
  ServiceProcess instance(String name) {
    ServiceProcess service = services.get(name);
    if (service == null) {
      throw new IllegalArgumentException("No service is called " + name);
    }
    return service;
  }

  /** Starts PostgreSQL and makes every database with its roles. */
  public void startPostgres() {
    postgres.start();
    SERVICES.forEach(port -> database(name(port)));
    database(KeycloakServer.NAME);
  }

  /** Starts Kafka and makes the declared topics, a user for each service, and its rights. */
  public void startKafka() {
    kafka.start();
    try (Admin admin = kafka.admin()) {
      BrokerSetup.of(Topics.declaredIn(settings.checkout()), this::kafkaPassword).applyTo(admin);
    }
  }

  /** Starts Keycloak, whose database must be there, and does not wait for it. */
  public void launchKeycloak() {
    keycloak.launch(
        KeycloakDistribution.built(settings.maven()),
        postgres.admin(),
        database(KeycloakServer.NAME));
  }

  /** Starts everything from what is built, and waits until all of it is ready. */
  public void start() {
    parts().forEach(part -> part.launch().run());
    parts().forEach(part -> part.await().run());
  }

  /** Stops everything; the data stay. */
  public void stop() {
    parts(MOST_REPLICAS).reversed().forEach(part -> part.stop().run());
  }

  /** What a program outside needs in order to talk to the running services. */
  public Map<String, String> addresses() {
    Map<String, String> all = new LinkedHashMap<>();
    SERVICES.forEach(
        port -> all.put("MIKROMERIT_" + port.name() + "_URL", service(name(port)).url()));
    all.put("MIKROMERIT_PORTAL_URL", service(PORTAL).url());
    all.put("MIKROMERIT_OIDC_URL", keycloak.realmUrl());
    all.put("MIKROMERIT_KAFKA", kafka.bootstrap());
    return all;
  }

  private String kafkaPassword(String service) {
    return secrets.password("kafka-" + service);
  }

  private Database database(String name) {
    return postgres
        .admin()
        .ensure(name, secrets.password(name + "-owner"), secrets.password(name + "-app"));
  }

  private ServiceProcess service(Port port, int replica) {
    String name = name(port);
    return new ServiceProcess(
        settings.home(),
        name,
        instance(name, replica),
        settings.checkout().resolve(name + "-service"),
        settings.port(listens(port, replica)),
        environment(port, listens(port, replica), name));
  }

  private ServiceProcess portal() {
    Map<String, String> all = new LinkedHashMap<>();
    SERVICES.forEach(
        port ->
            all.put(
                "MIKROMERIT_" + port.name() + "_URL", "http://localhost:" + settings.port(port)));
    all.put("MIKROMERIT_OIDC", keycloak.realmUrl());
    all.put("MIKROMERIT_PORTAL_URL", portalUrl());
    all.put("MIKROMERIT_SESSION_KEY", secrets.key("session-key"));
    all.putAll(settings.handedOn());
    return new ServiceProcess(
        settings.home(),
        PORTAL,
        PORTAL,
        settings.checkout().resolve(PORTAL),
        settings.port(Port.PORTAL),
        all);
  }

  private String portalUrl() {
    return "http://localhost:" + settings.port(Port.PORTAL);
  }

  private Map<String, String> environment(Port port, Port listens, String name) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("MIKROMERIT_DATABASE_URL", postgres.admin().jdbcBase() + name);
    all.put("MIKROMERIT_DATABASE_USER", name + "_app");
    all.put("MIKROMERIT_DATABASE_PASSWORD", secrets.password(name + "-app"));
    all.put("MIKROMERIT_DATABASE_OWNER", name + "_owner");
    all.put("MIKROMERIT_DATABASE_OWNER_PASSWORD", secrets.password(name + "-owner"));
    all.put("MIKROMERIT_KAFKA", kafka.bootstrap());
    all.put("MIKROMERIT_KAFKA_USER", name);
    all.put("MIKROMERIT_KAFKA_PASSWORD", kafkaPassword(name));
    all.put("MIKROMERIT_OIDC", keycloak.realmUrl());
    all.put("MIKROMERIT_PUBLIC_URL", publicUrl());
    if (settings.https()) {
      all.putAll(new Certificate(settings.home()).environment(settings.httpsPort(listens)));
    }
    if (port == Port.ISSUER) {
      all.put("MIKROMERIT_KEY_WRAPPING_KEY", secrets.key("key-wrapping-key"));
    }
    if (port == Port.ISSUER || port == Port.REGISTRY) {
      all.put("MIKROMERIT_PSEUDONYM_KEY", secrets.key("pseudonym-key"));
      all.put("MIKROMERIT_DELIVERY_KEYS", "1=" + secrets.key("delivery-key-1"));
      all.put("MIKROMERIT_LEARNER_KEY_WRAPPING_KEY", secrets.key(name + "-learner-wrapping-key"));
    }
    if (port == Port.REGISTRY) {
      all.put("MIKROMERIT_REGISTRY_KEY", secrets.key("registry-key"));
    }
    if (port == Port.VERIFICATION) {
      all.put(
          "MIKROMERIT_REGISTRY",
          RegistryName.of(URI.create(publicUrl()), secrets.key("registry-key")));
    }
    all.putAll(settings.handedOn());
    return all;
  }

  /** Part of every organisation's DID, so that it stays as it was when the first key was made. */
  private String publicUrl() {
    return settings.https()
        ? "https://localhost:" + settings.httpsPort(Port.REGISTRY)
        : "http://localhost:" + settings.port(Port.REGISTRY);
  }

  private static String instance(String service, int replica) {
    return replica == 1 ? service : service + "-" + replica;
  }

  private static Port listens(Port service, int replica) {
    return replica == 1 ? service : Port.valueOf(service.name() + "_" + replica);
  }

  static String name(Port port) {
    return port.name().toLowerCase(Locale.ROOT);
  }
}
