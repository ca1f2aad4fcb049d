package org.mikromerit.platform.launcher;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.process.Home;

/**
 * Where one platform lives and which ports it takes.
 *
 * @param maven the program to build and to fetch with
 * @param trustedRegistries other installations whose bundles are believed, as the services read it
 */
public record Settings(
    Path checkout, Home home, Map<Port, Integer> ports, String maven, String trustedRegistries) {

  public Settings {
    ports = Map.copyOf(ports);
  }

  /**
   * From the environment: MIKROMERIT_HOME, MIKROMERIT_PORT_…, MIKROMERIT_MVN,
   * MIKROMERIT_TRUSTED_REGISTRIES.
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
        environment.getOrDefault("MIKROMERIT_TRUSTED_REGISTRIES", ""));
  }

  public int port(Port port) {
    return ports.getOrDefault(port, port.usual());
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
