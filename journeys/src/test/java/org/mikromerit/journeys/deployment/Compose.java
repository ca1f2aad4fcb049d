package org.mikromerit.journeys.deployment;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mikromerit.platform.Folders;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code docker-compose.yml} as far as it matters here.
 *
 * @param services by name
 * @param asked the variables that whoever runs it must give
 */
record Compose(Map<String, Service> services, Set<String> asked) {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Z_]+)(?::-([^}]*)|:\\?[^}]*)?}");

  /**
   * One of them.
   *
   * @param environment with defaults in place, and what the caller gives left as it is written
   * @param ports as "address:outside:inside"
   * @param module what its image is told that it is made from; "" where it is another's image
   * @param rights what it may use, as it is written
   */
  record Service(
      String image,
      Map<String, String> environment,
      List<String> ports,
      String module,
      Map<String, String> rights) {
    /** The port inside, by the one outside. */
    Map<Integer, Integer> published() {
      Map<Integer, Integer> published = new LinkedHashMap<>();
      for (String port : ports) {
        String[] parts = port.split(":", -1);
        published.put(
            Integer.valueOf(parts[parts.length - 2]), Integer.valueOf(parts[parts.length - 1]));
      }
      return published;
    }
  }

  static Compose read() {
    Map<String, Service> services = new LinkedHashMap<>();
    Set<String> asked = new TreeSet<>();
    try (Reader in = Files.newBufferedReader(Folders.checkout().resolve("docker-compose.yml"))) {
      Object file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      map(map(file).get("services"))
          .forEach((name, service) -> services.put(name, service(map(service), asked)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Compose(services, asked);
  }

  Service service(String name) {
    Service service = services.get(name);
    if (service == null) {
      throw new AssertionError("docker-compose.yml has no " + name);
    }
    return service;
  }

  private static Service service(Map<String, Object> written, Set<String> asked) {
    Map<String, String> environment = new LinkedHashMap<>();
    if (written.get("environment") instanceof Map<?, ?> all) {
      map(all).forEach((name, value) -> environment.put(name, filled(value, asked)));
    }
    List<String> ports = new ArrayList<>();
    if (written.get("ports") instanceof List<?> all) {
      all.forEach(port -> ports.add(filled(port, asked)));
    }
    Map<String, String> rights = new LinkedHashMap<>();
    for (String right : List.of("read_only", "cap_drop", "security_opt", "mem_limit")) {
      if (written.containsKey(right)) {
        rights.put(right, String.valueOf(written.get(right)));
      }
    }
    return new Service(
        String.valueOf(written.get("image")), environment, ports, module(written), rights);
  }

  private static String module(Map<String, Object> written) {
    return written.get("build") instanceof Map<?, ?> build
            && build.get("args") instanceof Map<?, ?> args
        ? String.valueOf(args.get("MODULE"))
        : "";
  }

  private static String filled(Object value, Set<String> asked) {
    Matcher variable = VARIABLE.matcher(String.valueOf(value));
    return variable.replaceAll(
        found -> {
          if (found.group(2) == null) {
            asked.add(found.group(1));
            return Matcher.quoteReplacement(found.group());
          }
          return Matcher.quoteReplacement(found.group(2));
        });
  }

  private static Map<String, Object> map(@Nullable Object yaml) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (yaml instanceof Map<?, ?> all) {
      all.forEach((key, value) -> map.put(String.valueOf(key), value));
      return map;
    }
    throw new AssertionError("not a map: " + yaml);
  }
}
