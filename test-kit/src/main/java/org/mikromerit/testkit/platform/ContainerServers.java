package org.mikromerit.testkit.platform;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.mikromerit.platform.Folders;
import org.mikromerit.platform.Versions;
import org.mikromerit.platform.kafka.KafkaLogin;
import org.mikromerit.platform.postgres.PostgresAdmin;
import org.mikromerit.platform.process.Ports;
import org.mikromerit.testkit.Await;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.MountableFile;

/**
 * Servers as containers of the official images, the broker set up by the files that compose sets it
 * up by. Ports are chosen here and stay the same over a restart, as those of a server do.
 *
 * @param folder what lies outside the containers
 * @param postgresId the container's
 * @param kafkaId the container's
 */
record ContainerServers(
    Path folder, PostgresAdmin postgres, KafkaLogin kafka, String postgresId, String kafkaId)
    implements Servers {
  private static final int POSTGRES_PORT = 5432;
  private static final int KAFKA_PORT = 9092;
  private static final int ORDERLY_SECONDS = 30;

  /** Whether there is an engine that would run them; asked without a word where there is none. */
  static boolean canStart() {
    return (System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock")))
        && DockerClientFactory.instance().isDockerAvailable();
  }

  static ContainerServers start() {
    String password = password();
    String host = DockerClientFactory.instance().dockerHostIpAddress();
    int postgresPort = Ports.free();
    int kafkaPort = Ports.free();
    GenericContainer<?> postgres = postgres(password, postgresPort);
    GenericContainer<?> kafka = kafka(password, host + ":" + kafkaPort, kafkaPort);
    kafka.start();
    postgres.start();
    var servers =
        new ContainerServers(
            newFolder(),
            new PostgresAdmin(
                "jdbc:postgresql://" + host + ":" + postgresPort + "/", "postgres", password),
            new KafkaLogin(host + ":" + kafkaPort, KafkaLogin.ADMIN, password),
            postgres.getContainerId(),
            kafka.getContainerId());
    Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "end-containers"));
    Await.until("PostgreSQL answers", servers.postgres::answers);
    Await.until("Kafka answers", servers::kafkaAnswers);
    return servers;
  }

  static Optional<Servers> described(
      Properties properties, PostgresAdmin postgres, KafkaLogin kafka) {
    String folder = properties.getProperty("containers.folder");
    if (folder == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ContainerServers(
            Path.of(folder),
            postgres,
            kafka,
            properties.getProperty("containers.postgres"),
            properties.getProperty("containers.kafka")));
  }

  @Override
  public void describe(Properties properties) {
    properties.setProperty("containers.folder", folder.toString());
    properties.setProperty("containers.postgres", postgresId);
    properties.setProperty("containers.kafka", kafkaId);
  }

  @Override
  public void stopKafka() {
    stop(kafkaId);
  }

  @Override
  public void killKafka() {
    kill(kafkaId);
  }

  @Override
  public void startKafka() {
    start(kafkaId, "Kafka answers", this::kafkaAnswers);
  }

  @Override
  public boolean kafkaRuns() {
    return runs(kafkaId);
  }

  @Override
  public void stopPostgres() {
    stop(postgresId);
  }

  @Override
  public void killPostgres() {
    kill(postgresId);
  }

  @Override
  public void startPostgres() {
    start(postgresId, "PostgreSQL answers", postgres::answers);
  }

  @Override
  public void close() {
    remove(kafkaId);
    remove(postgresId);
    Folders.delete(folder);
  }

  private static GenericContainer<?> postgres(String password, int port) {
    String major = Versions.ofThisBuild().postgres().replaceFirst("\\..*", "");
    GenericContainer<?> container = new GenericContainer<>("postgres:" + major);
    return published(container, POSTGRES_PORT, port).withEnv("POSTGRES_PASSWORD", password);
  }

  private static GenericContainer<?> kafka(String password, String address, int port) {
    GenericContainer<?> container =
        new GenericContainer<>("apache/kafka:" + Versions.ofThisBuild().kafka());
    Path settings = Folders.checkout().resolve("deploy/docker/kafka");
    return published(container, KAFKA_PORT, port)
        .withCopyFileToContainer(MountableFile.forHostPath(settings), "/etc/mikromerit")
        .withEnv("KAFKA_ADMIN_PASSWORD", password)
        .withEnv("KAFKA_CLUSTER_ID", "mikromerit-in-a-test01")
        .withEnv("KAFKA_ADDRESS", address)
        .withCommand("bash", "/etc/mikromerit/start");
  }

  private static GenericContainer<?> published(
      GenericContainer<?> container, int inside, int outside) {
    PortBinding binding = PortBinding.parse("127.0.0.1:" + outside + ":" + inside);
    return container
        .withExposedPorts(inside)
        .withCreateContainerCmdModifier(
            create -> {
              HostConfig host = create.getHostConfig();
              create.withHostConfig(
                  (host == null ? new HostConfig() : host).withPortBindings(binding));
            });
  }

  private boolean kafkaAnswers() {
    if (!Ports.accepts(Integer.parseInt(kafka.bootstrap().replaceFirst(".*:", "")))) {
      return false;
    }
    try (Admin admin = Admin.create(kafka.settings())) {
      return admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size() == 1;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void start(String container, String what, Callable<Boolean> answers) {
    try {
      client().startContainerCmd(container).exec();
    } catch (NotModifiedException e) {
      // It runs already.
    }
    Await.until(what, answers);
  }

  private static void stop(String container) {
    try {
      client().stopContainerCmd(container).withTimeout(ORDERLY_SECONDS).exec();
    } catch (NotModifiedException e) {
      // It was stopped already.
    }
  }

  private static void kill(String container) {
    if (runs(container)) {
      client().killContainerCmd(container).exec();
      Await.until("the container ends", () -> !runs(container));
    }
  }

  private static void remove(String container) {
    try {
      client().removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException e) {
      // Closed twice.
    }
  }

  private static boolean runs(String container) {
    return Boolean.TRUE.equals(
        client().inspectContainerCmd(container).exec().getState().getRunning());
  }

  private static DockerClient client() {
    return DockerClientFactory.instance().client();
  }

  private static String password() {
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("mikromerit-containers-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
