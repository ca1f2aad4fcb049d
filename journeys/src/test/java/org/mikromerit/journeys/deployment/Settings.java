package org.mikromerit.journeys.deployment;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mikromerit.platform.Folders;

/**
 * What one service, or the portal, can be told, read from its properties and classes; a service's
 * also from the kit's.
 *
 * @param defaults what holds where nobody tells it, by setting's name; "" where the code alone
 *     knows
 * @param needed what a deployment must give: what even a developer's machine is given in its own
 *     profile, and what holds on such a machine alone
 */
record Settings(Map<String, String> defaults, Set<String> needed) {
  private static final Map<String, Settings> READ = new ConcurrentHashMap<>();
  private static final String MAPPING = "io.smallrye.config.ConfigMapping";
  private static final String NAME = "io.smallrye.config.WithName";
  private static final String DEFAULT = "io.smallrye.config.WithDefault";
  private static final String PROPERTY = "org.eclipse.microprofile.config.inject.ConfigProperty";

  /** Of what is deployed under this name, as "issuer"; it must be compiled. */
  static Settings of(String service) {
    return READ.computeIfAbsent(service, Settings::readOf);
  }

  private static Settings readOf(String service) {
    String module = Deployed.module(service);
    Map<String, String> written = new TreeMap<>();
    List<Path> code = new ArrayList<>(List.of(compiled(module)));
    if (Deployed.SERVICES.contains(service)) {
      written.putAll(
          read("service-kit/src/main/resources/META-INF/microprofile-config.properties"));
      code.add(compiled("service-kit"));
    }
    written.putAll(read(module + "/src/main/resources/application.properties"));
    Map<String, String> all = new TreeMap<>();
    JavaClasses classes = new ClassFileImporter().importPaths(code);
    classes.forEach(each -> mapped(each, all));
    classes.forEach(each -> injected(each).forEach(name -> all.putIfAbsent(name, "")));
    written.forEach(
        (name, value) -> {
          if (!name.startsWith("%")) {
            all.put(name, value);
          }
        });
    return new Settings(all, needed(written, all));
  }

  /** The names of the environment under which the settings are given. */
  Set<String> variables() {
    return defaults.keySet().stream().map(Settings::variable).collect(Collectors.toSet());
  }

  /** The variables that a deployment has to give. */
  Set<String> neededVariables() {
    return needed.stream().map(Settings::variable).collect(Collectors.toCollection(TreeSet::new));
  }

  String get(String name) {
    return defaults.getOrDefault(name, "");
  }

  /** As MicroProfile Config 3.1, section "Environment variables mapping rules", has it. */
  static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static Set<String> needed(Map<String, String> written, Map<String, String> all) {
    Set<String> needed = new TreeSet<>();
    written.forEach(
        (name, value) -> {
          String plain = name.replaceFirst("^%dev\\.", "");
          boolean ours = plain.startsWith("mikromerit.");
          if (ours && !plain.equals(name) && all.getOrDefault(plain, "").isEmpty()) {
            needed.add(plain);
          }
        });
    all.forEach(
        (name, value) -> {
          if (name.startsWith("mikromerit.") && value.contains("localhost")) {
            needed.add(name);
          }
        });
    return needed;
  }

  private static void mapped(JavaClass type, Map<String, String> settings) {
    if (type.isAnnotatedWith(MAPPING)) {
      String prefix = text(type.getAnnotationOfType(MAPPING), "prefix");
      type.getMethods()
          .forEach(method -> settings.put(prefix + "." + name(method), fallback(method)));
    }
  }

  private static String name(JavaMethod method) {
    return method.isAnnotatedWith(NAME)
        ? text(method.getAnnotationOfType(NAME), "value")
        : method.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private static String fallback(JavaMethod method) {
    return method.isAnnotatedWith(DEFAULT)
        ? text(method.getAnnotationOfType(DEFAULT), "value")
        : "";
  }

  private static List<String> injected(JavaClass type) {
    return Stream.concat(
            type.getCodeUnits().stream()
                .flatMap(unit -> unit.getParameters().stream())
                .flatMap(parameter -> parameter.getAnnotations().stream()),
            type.getFields().stream().flatMap(field -> field.getAnnotations().stream()))
        .filter(annotation -> annotation.getRawType().getName().equals(PROPERTY))
        .map(annotation -> text(annotation, "name"))
        .toList();
  }

  private static String text(JavaAnnotation<?> annotation, String member) {
    return annotation.get(member).map(Object::toString).orElse("");
  }

  private static Path compiled(String module) {
    Path classes = Folders.checkout().resolve(module).resolve("target/classes");
    if (!Files.isDirectory(classes)) {
      throw new AssertionError(module + " is not compiled: " + classes + " is not there.");
    }
    return classes;
  }

  private static Map<String, String> read(String file) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(Folders.checkout().resolve(file))) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }
}
