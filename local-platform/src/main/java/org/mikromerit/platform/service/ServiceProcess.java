package org.mikromerit.platform.service;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mikromerit.platform.Fingerprint;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.process.Daemon;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Http;
import org.mikromerit.platform.process.Signal;
import org.mikromerit.platform.process.Tools;

/** One instance of one of our services as a process, from the jar that the build made. */
public final class ServiceProcess {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration STOP = Duration.ofSeconds(20);

  /** It ends by writing down all that it has loaded. */
  private static final Duration STOP_RECORDING = Duration.ofSeconds(60);

  /** In a service's environment: "off" starts it without a cache and records none. */
  public static final String AOT = "MIKROMERIT_AOT";

  private final Home home;
  private final String service;
  private final Daemon daemon;
  private final Application application;
  private final int port;
  private final Map<String, String> environment;

  /**
   * @param service as in its database's name: "issuer"
   * @param instance what its log and its process are called; the first one's is the service's name
   * @param module the folder of its Maven module
   * @param environment its configuration; a change of it makes the running process stale
   */
  public ServiceProcess(
      Home home,
      String service,
      String instance,
      Path module,
      int port,
      Map<String, String> environment) {
    this.home = home;
    this.service = service;
    this.daemon = new Daemon(home, instance);
    this.application = new Application(module.resolve("target/quarkus-app"));
    this.port = port;
    this.environment = new TreeMap<>(environment);
    this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    this.environment.putIfAbsent("QUARKUS_HTTP_HOST", "localhost");
  }

  private ServiceProcess(ServiceProcess other, Map<String, String> more) {
    this.home = other.home;
    this.service = other.service;
    this.daemon = other.daemon;
    this.application = other.application;
    this.port = other.port;
    this.environment = new TreeMap<>(other.environment);
    this.environment.putAll(more);
  }

  /** The same instance with more in its environment, as for a launch that is to die somewhere. */
  public ServiceProcess with(Map<String, String> more) {
    return new ServiceProcess(this, more);
  }

  public String url() {
    return "http://localhost:" + port;
  }

  public Daemon daemon() {
    return daemon;
  }

  public boolean isBuilt() {
    return application.isBuilt();
  }

  /** Whether it runs what was built last, with the present configuration. */
  public boolean current() {
    return isBuilt() && daemon.runs(fingerprint());
  }

  /** Whether it is current and ready. */
  public boolean healthy() {
    return current() && ready();
  }

  /** Starts it unless it runs so already; does not wait. */
  public void launch() {
    if (!isBuilt()) {
      throw new PlatformException(
          daemon.name() + " is not built: " + application.folder() + " has no quarkus-run.jar.");
    }
    if (daemon.runs(fingerprint())) {
      return;
    }
    stop();
    Path installed = application.installed(home, service);
    daemon.start(command(installed), environment, port, fingerprint());
  }

  private List<String> command(Path installed) {
    List<String> command = jvm();
    AotCache cache = new AotCache(installed);
    // One instance is enough to record, and two would write one file.
    if (cacheWanted() && (cache.isThere() || isFirst())) {
      command.addAll(cache.options());
    }
    command.add("-jar");
    command.add(installed.resolve("quarkus-run.jar").toString());
    return command;
  }

  private static List<String> jvm() {
    return new ArrayList<>(
        List.of(
            Tools.java(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
  }

  private boolean isFirst() {
    return daemon.name().equals(service);
  }

  private boolean cacheWanted() {
    return !environment.getOrDefault(AOT, "on").equals("off");
  }

  /** Whether a start now has a cache to start from. */
  public boolean startsFromCache() {
    return cacheWanted() && cache().isThere();
  }

  private AotCache cache() {
    return new AotCache(application.installed(home, service));
  }

  /** Waits until it says that it is ready. */
  public void await() {
    daemon.await(this::ready, START);
  }

  /** Asks it to finish; after the first run of a build makes its AOT cache, which takes a while. */
  public boolean stop() {
    boolean recorded = records();
    boolean ran = daemon.stop(Signal.TERMINATE, recorded ? STOP_RECORDING : STOP);
    if (recorded) {
      makeCache();
    }
    return ran;
  }

  /** Whoever has no cache starts without, so that a full disk keeps nothing from being stopped. */
  private void makeCache() {
    try {
      cache().make(jvm());
    } catch (PlatformException | UncheckedIOException e) {
      try {
        Files.writeString(
            daemon.log(), "No AOT cache was made: " + e.getMessage() + "\n", APPEND, CREATE);
      } catch (IOException full) {
        // There is nowhere left to say it.
      }
    }
  }

  /** Ends it as a crash would. */
  public void kill() {
    daemon.stop(Signal.KILL, STOP);
  }

  /** Whether it runs and its AOT cache will be made when it is stopped. */
  public boolean records() {
    return current() && cacheWanted() && isFirst() && !cache().isThere();
  }

  private boolean ready() {
    return Http.succeeds(url() + "/q/health/ready");
  }

  private String fingerprint() {
    return application.fingerprint() + " " + new Fingerprint().add(environment).hex();
  }
}
