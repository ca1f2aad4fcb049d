package org.mikromerit.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.mikromerit.journeys.storm.Databases;
import org.mikromerit.platform.kafka.KafkaLogin;
import org.mikromerit.platform.launcher.Port;
import org.mikromerit.platform.launcher.Settings;
import org.mikromerit.platform.launcher.Stack;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Ports;
import org.mikromerit.testkit.http.Http;

/**
 * Mikromerit as somebody has it who took the sources and typed the README's first command: a copy
 * of the checkout's files, on free ports, started once for all journeys. With {@code
 * -Dmikromerit.journeys.running=true} they use the platform that already runs in this checkout, for
 * a short loop while developing.
 */
public final class Installation {
  private static final String RUNNING = "mikromerit.journeys.running";
  private static @Nullable Installation started;

  private final Settings settings;
  private final Map<String, String> environment;
  private final String firstWords;

  private Installation(Settings settings, Map<String, String> environment, String firstWords) {
    this.settings = settings;
    this.environment = environment;
    this.firstWords = firstWords;
  }

  public static synchronized Installation get() {
    Installation known = started;
    if (known == null) {
      known = Boolean.getBoolean(RUNNING) ? running() : fresh();
      started = known;
    }
    return known;
  }

  private static Installation running() {
    return new Installation(Settings.of(checkout(), System.getenv()), Map.of(), "");
  }

  private static Installation fresh() {
    Path copy = checkout().resolve("journeys/target/fresh-checkout");
    Map<String, String> environment = freePorts();
    environment.put("MIKROMERIT_HOME", "");
    // Caches pay off from the third start, and are written at the first orderly stop.
    environment.put("MIKROMERIT_AOT", "off");
    // What an earlier run left behind when it was killed.
    if (Files.isDirectory(copy)) {
      run(copy, environment, "./mikromerit down");
    }
    copySources(copy);
    var settings = Settings.of(copy, environment);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> run(copy, environment, "./mikromerit down")));
    Said up = run(copy, environment, "./mikromerit up");
    if (up.exit() != 0) {
      throw new AssertionError("./mikromerit up failed:\n" + up.words());
    }
    return new Installation(settings, environment, up.words());
  }

  /** Another one from the same build, with nothing in it yet, on ports of its own. */
  public static Installation another(Installation first) {
    Map<String, String> environment = freePorts();
    environment.put("MIKROMERIT_HOME", first.folder().resolve("target/another").toString());
    environment.put("MIKROMERIT_AOT", "off");
    var another = new Installation(Settings.of(first.folder(), environment), environment, "");
    another.remove();
    return another;
  }

  /** From what this checkout has built, with nothing in it yet, on ports of its own. */
  public static Installation ofThisCheckout() {
    return another(running());
  }

  /** The same one, its data and ports, with other settings. */
  public Installation with(Map<String, String> more) {
    var all = new TreeMap<>(environment);
    all.putAll(more);
    return new Installation(Settings.of(settings.checkout(), all), all, firstWords);
  }

  private static Map<String, String> freePorts() {
    var environment = new TreeMap<String, String>();
    Iterator<Integer> free = IntStream.generate(Ports::free).distinct().iterator();
    for (Port port : Port.values()) {
      environment.put("MIKROMERIT_PORT_" + port.name(), Integer.toString(free.next()));
    }
    return environment;
  }

  /** Exactly the files that a clone would have once everything here is committed. */
  private static void copySources(Path copy) {
    deleteAllButCaches(copy);
    Said files = run(checkout(), Map.of(), "git ls-files --cached --others --exclude-standard");
    for (String name : files.words().split("\n", -1)) {
      Path file = checkout().resolve(name);
      if (!name.isBlank() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        try {
          Path target = copy.resolve(name);
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static void deleteAllButCaches(Path copy) {
    if (Files.isDirectory(copy)) {
      org.mikromerit.platform.Folders.delete(copy);
    }
  }

  static Path checkout() {
    return org.mikromerit.platform.Folders.checkout();
  }

  /** What the first {@code ./mikromerit up} said; empty where the platform ran already. */
  String firstWords() {
    return firstWords;
  }

  boolean isFresh() {
    return !firstWords.isEmpty();
  }

  /** Starts the servers and these services alone. */
  void start(String... services) {
    Stack stack = stack();
    stack.startPostgres();
    stack.launchKeycloak();
    stack.startKafka();
    stack.keycloak().await();
    List.of(services).forEach(each -> stack.service(each).launch());
    List.of(services).forEach(each -> stack.service(each).await());
  }

  /** Where the databases and the broker keep what they have: on a small disk from now on. */
  public void keepsDataOnSmallDisk(int megabytes) {
    SmallDisk.mount(home().folder("data"), megabytes);
  }

  /** Stops everything and deletes the data. */
  public void remove() {
    stack().stop();
    SmallDisk.unmount(home().root().resolve("data"));
    if (Files.isDirectory(home().root())) {
      org.mikromerit.platform.Folders.delete(home().root());
    }
  }

  public Path folder() {
    return settings.checkout();
  }

  public Stack stack() {
    return new Stack(settings);
  }

  public Home home() {
    return settings.home();
  }

  public Http issuer() {
    return http(Port.ISSUER);
  }

  public Http registry() {
    return http(Port.REGISTRY);
  }

  public Http verification() {
    return http(Port.VERIFICATION);
  }

  public Http stacking() {
    return http(Port.STACKING);
  }

  Http keycloak() {
    return http(Port.KEYCLOAK);
  }

  List<Http> services() {
    return List.of(issuer(), registry(), verification(), stacking());
  }

  /** Has the broker keep something that none of the services said. */
  void tells(String topic, String key, String words) {
    try (var producer =
        new KafkaProducer<>(kafka().settings(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, key, words)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has a service's database forget something, as its superuser. */
  void forgets(String database, String statement) {
    try (var databases = new Databases(stack().postgres())) {
      databases.run(database, statement);
    }
  }

  /** As the broker's administrator. */
  KafkaLogin kafka() {
    return stack().kafka().login();
  }

  public int port(Port port) {
    return settings.port(port);
  }

  /** Whoever listens there, as the second instance of a service. */
  public Http http(Port port) {
    return new Http("http://localhost:" + settings.port(port));
  }

  /**
   * What a command said.
   *
   * @param words both of its outputs
   */
  record Said(int exit, String words) {}

  /** Types a command in the installation's folder. */
  Said type(String command) {
    return run(settings.checkout(), environment, command);
  }

  /** What a folder's lock file names, from npm, unless it is there. */
  void fetchNodeModules(String folder) {
    Said fetched = type("cd " + folder + " && { [ -d node_modules ] || npm ci --ignore-scripts; }");
    if (fetched.exit() != 0) {
      throw new AssertionError(fetched.words());
    }
  }

  private static Said run(Path folder, Map<String, String> environment, String command) {
    try {
      var output = Files.createTempFile("said", ".txt");
      var builder =
          new ProcessBuilder(List.of("bash", "-c", command))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      var words = new ArrayList<String>();
      builder.environment().putAll(environment);
      builder.environment().put("NO_COLOR", "1");
      Process process = builder.start();
      if (!process.waitFor(20, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        words.add("still running after 20 minutes: " + command);
      }
      words.add(Files.readString(output, StandardCharsets.UTF_8));
      Files.delete(output);
      return new Said(process.waitFor(), String.join("\n", words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
