package org.mikromerit.platform.service;

import java.nio.file.Path;
import java.time.Duration;
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

/** One of our services as a process, from the jar that the build made. */
public final class ServiceProcess {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Home home;
  private final Daemon daemon;
  private final Application application;
  private final int port;
  private final Map<String, String> environment;

  /**
   * @param name as in its URL's variable: "issuer"
   * @param module the folder of its Maven module
   * @param environment its configuration; a change of it makes the running process stale
   */
  public ServiceProcess(
      Home home, String name, Path module, int port, Map<String, String> environment) {
    this.home = home;
    this.daemon = new Daemon(home, name);
    this.application = new Application(module.resolve("target/quarkus-app"));
    this.port = port;
    this.environment = new TreeMap<>(environment);
    this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    this.environment.putIfAbsent("QUARKUS_HTTP_HOST", "localhost");
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
    Path installed = application.installed(home, daemon.name());
    daemon.start(
        List.of(
            Tools.java(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            installed.resolve("quarkus-run.jar").toString()),
        environment,
        port,
        fingerprint());
  }

  /** Waits until it says that it is ready. */
  public void await() {
    daemon.await(this::ready, START);
  }

  public boolean stop() {
    return daemon.stop(Signal.TERMINATE, STOP);
  }

  private boolean ready() {
    return Http.succeeds(url() + "/q/health/ready");
  }

  private String fingerprint() {
    return application.fingerprint() + " " + new Fingerprint().add(environment).hex();
  }
}
