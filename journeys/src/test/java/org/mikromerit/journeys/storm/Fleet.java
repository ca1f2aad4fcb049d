package org.mikromerit.journeys.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.mikromerit.journeys.Installation;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.launcher.Port;
import org.mikromerit.platform.launcher.Stack;
import org.mikromerit.platform.service.ServiceProcess;
import org.mikromerit.testkit.http.Http;

/**
 * What a storm goes over: each service twice, with cables to its clients and to its database that
 * can be cut.
 */
public final class Fleet implements AutoCloseable {
  public static final List<String> SERVICES =
      List.of("issuer", "registry", "verification", "stacking");

  /** Few rows a transaction, so that a file has many middles to be killed in. */
  private static final Map<String, String> SMALL_STEPS = Map.of("MIKROMERIT_BATCH_CHUNK", "3");

  private static final Duration LONGEST_AWAY = Duration.ofMinutes(3);

  private final Installation installation;
  private final Stack stack;
  private final Map<String, Cable> toClients = new LinkedHashMap<>();
  private final Map<String, Cable> toDatabases = new LinkedHashMap<>();

  Fleet(Installation installation) {
    this.installation = installation;
    this.stack = installation.stack();
    for (Instance instance : instances()) {
      toClients.put(instance.name(), new Cable(port(instance)));
      toDatabases.put(instance.name(), new Cable(stack.postgres().port()));
    }
  }

  /** One of a service's two processes. */
  public record Instance(String service, int replica) {

    public String name() {
      return service + "-" + replica;
    }

    @Override
    public String toString() {
      return name();
    }
  }

  public static List<Instance> instances() {
    return SERVICES.stream().flatMap(service -> instances(service).stream()).toList();
  }

  /** Both of one service. */
  public static List<Instance> instances(String service) {
    return List.of(new Instance(service, 1), new Instance(service, 2));
  }

  /** Any of them. */
  public static Instance any(Random random) {
    List<Instance> all = instances();
    return all.get(random.nextInt(all.size()));
  }

  public Installation installation() {
    return installation;
  }

  public Stack stack() {
    return stack;
  }

  public Cable toClients(Instance instance) {
    return cable(toClients, instance);
  }

  public Cable toDatabase(Instance instance) {
    return cable(toDatabases, instance);
  }

  private static Cable cable(Map<String, Cable> cables, Instance instance) {
    Cable cable = cables.get(instance.name());
    if (cable == null) {
      throw new IllegalArgumentException("no such instance: " + instance);
    }
    return cable;
  }

  /** Either of a service's two, as a client reaches it. */
  public Http client(String service, Random random) {
    return new Http(
        "http://localhost:" + toClients(new Instance(service, 1 + random.nextInt(2))).port());
  }

  /** The process, whose database is at the end of a cable. */
  public ServiceProcess process(Instance instance) {
    String database =
        "jdbc:postgresql://localhost:" + toDatabase(instance).port() + "/" + instance.service();
    ServiceProcess process =
        stack
            .service(instance.service(), instance.replica())
            .with(Map.of("MIKROMERIT_DATABASE_URL", database));
    return instance.service().equals("issuer") ? process.with(SMALL_STEPS) : process;
  }

  /** The databases' server, with what is in it. */
  public void startPostgres() {
    stack.postgres().start();
  }

  /** The broker, with what is in it. */
  public void startKafka() {
    stack.kafka().start();
  }

  /** Who gives tokens. */
  public void startKeycloak() {
    stack.launchKeycloak();
    stack.keycloak().await();
  }

  /** Has it run as it should. */
  public void revive(Instance instance) {
    revive(instance, Map.of());
  }

  /**
   * Has it run as it should, as a supervisor does: again and again while something that it needs is
   * away.
   *
   * @param more in its environment
   * @throws Violation if it does not come back although the rest is there
   */
  public void revive(Instance instance, Map<String, String> more) {
    ServiceProcess process = process(instance).with(more);
    Instant end = Instant.now().plus(LONGEST_AWAY);
    while (true) {
      try {
        process.launch();
        process.await();
        return;
      } catch (PlatformException e) {
        if (Instant.now().isAfter(end)) {
          throw new Violation(instance + " does not come back: " + e.getMessage());
        }
      }
    }
  }

  private int port(Instance instance) {
    String name = instance.service().toUpperCase(Locale.ROOT);
    return installation.port(Port.valueOf(instance.replica() == 1 ? name : name + "_2"));
  }

  /**
   * Sets it all up from nothing.
   *
   * @param megabytes that databases and broker may need
   */
  void begin(int megabytes) {
    installation.keepsDataOnSmallDisk(megabytes);
    stack.startPostgres();
    stack.launchKeycloak();
    stack.startKafka();
    start();
  }

  /** Starts whatever does not run, and waits until all of it is ready. */
  void start() {
    startPostgres();
    stack.launchKeycloak();
    startKafka();
    stack.keycloak().await();
    List<ServiceProcess> all = new ArrayList<>(instances().stream().map(this::process).toList());
    all.forEach(ServiceProcess::launch);
    instances().forEach(this::revive);
  }

  @Override
  public void close() {
    try {
      for (Cable cable : toClients.values()) {
        cable.close();
      }
      for (Cable cable : toDatabases.values()) {
        cable.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
