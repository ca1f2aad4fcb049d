package org.mikromerit.platform.launcher;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.service.ServiceProcess;

/**
 * Where one platform lives and which ports it takes.
 *
 * @param maven the program to build and to fetch with
 * @param https whether the services are served over https too, and are named by it
 * @param handedOn variables that every service is given as they are
 */
public record Settings(
    Path checkout,
    Home home,
    Map<Port, Integer> ports,
    String maven,
    boolean https,
    Map<String, String> handedOn) {
  private static final List<String> HANDED_ON =
      List.of(
          "MIKROMERIT_TRUSTED_REGISTRIES",
          "MIKROMERIT_VC_API",
          "MIKROMERIT_VC_API_OPEN_ALLOWED",
          ServiceProcess.AOT);

  /** From a service's port to the one where it is served over https. */
  private static final int TO_HTTPS = 400;

  public Settings {
    ports = Map.copyOf(ports);
    handedOn = Map.copyOf(handedOn);
  }

  /**
   * From the environment: MIKROMERIT_HOME, MIKROMERIT_PORT_…, MIKROMERIT_MVN, MIKROMERIT_HTTPS, and
   * what is handed on.
   */
  public static Settings of(Path checkout, Map<String, String> environment) {
    Map<Port, Integer> ports = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      ports.put(port, number(port, environment));
    }
    String home = environment.getOrDefault("MIKROMERIT_HOME", "");
    return new Settings(
        checkout,
        new Home(home.isBlank() ? checkout.resolve(".mikromerit") : Path.of(home)),
        ports,
        environment.getOrDefault("MIKROMERIT_MVN", "mvn"),
        environment.getOrDefault("MIKROMERIT_HTTPS", "").equals("on"),
        handedOn(environment));
  }

  /** An empty value would not be the same as none. */
  private static Map<String, String> handedOn(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(entry -> HANDED_ON.contains(entry.getKey()) && !entry.getValue().isBlank())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public int port(Port port) {
    return ports.getOrDefault(port, port.usual());
  }

  /** Where the same is served over https. */
  int httpsPort(Port port) {
    return port(port) + TO_HTTPS;
  }

  private static int number(Port port, Map<String, String> environment) {
    String given = environment.getOrDefault(port.variable(), "");
    if (given.isBlank()) {
      return port.usual();
    }
    try {
      int number = Integer.parseInt(given.strip());
      if (number > 0 && number < 65_536) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is no port.
    }
    throw new PlatformException(port.variable() + "=" + given + " is not a port.");
  }
}
