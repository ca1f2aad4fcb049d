package org.mikromerit.journeys.deployment;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mikromerit.platform.Folders;

/**
 * A folder of manifests as {@code kubectl kustomize} renders it, read as Kubernetes' own types.
 *
 * @param strangers what no type of Kubernetes or of an operator knows: properties, kinds
 */
record Manifests(List<HasMetadata> all, List<String> strangers) {
  private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();
  private static final KubernetesSerialization TYPES = new KubernetesSerialization();

  static {
    for (Class<? extends HasMetadata> type :
        List.of(Kafka.class, KafkaNodePool.class, KafkaTopic.class, KafkaUser.class)) {
      TYPES.registerKubernetesResource("kafka.strimzi.io/v1", type.getSimpleName(), type);
    }
  }

  /** Kinds that no library describes in Java, so that nothing but their rendering is checked. */
  private static final Set<String> UNTYPED =
      Set.of("postgresql.cnpg.io/v1 Cluster", "k8s.keycloak.org/v2alpha1 Keycloak");

  Manifests {
    all = List.copyOf(all);
    strangers = List.copyOf(strangers);
  }

  /** Whether there is a kubectl on this machine to render with. */
  static boolean canBeRendered() {
    try {
      return new ProcessBuilder("kubectl", "version", "--client")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Renders a folder below {@code deploy/kubernetes}. */
  static Manifests rendered(String folder) {
    return RENDERED.computeIfAbsent(folder, Manifests::render);
  }

  private static Manifests render(String folder) {
    Path path = Folders.checkout().resolve("deploy/kubernetes").resolve(folder);
    try {
      Process kubectl = new ProcessBuilder("kubectl", "kustomize", path.toString()).start();
      kubectl.getOutputStream().close();
      String rendered = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String complaint =
          new String(kubectl.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (kubectl.waitFor() != 0) {
        throw new AssertionError(complaint);
      }
      return of(rendered);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Reads documents that {@code ---} parts. */
  static Manifests of(String yaml) {
    List<HasMetadata> all = new ArrayList<>();
    List<String> strangers = new ArrayList<>();
    for (String document : yaml.split("(?m)^---$", -1)) {
      try {
        HasMetadata resource = TYPES.unmarshal(document);
        all.add(resource);
        look(resource, strangers);
      } catch (IllegalArgumentException e) {
        strangers.add("unreadable: " + document + e.getMessage());
      }
    }
    return new Manifests(all, strangers);
  }

  <T extends HasMetadata> List<T> of(Class<T> type) {
    return all.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static void look(HasMetadata resource, List<String> strangers) {
    String kind = resource.getApiVersion() + " " + resource.getKind();
    String where = kind + " " + resource.getMetadata().getName();
    if (UNTYPED.contains(kind)) {
      return;
    }
    if (resource instanceof GenericKubernetesResource) {
      strangers.add("unknown kind: " + where);
      return;
    }
    look(resource, where, strangers, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static void look(
      @Nullable Object value, String where, List<String> strangers, Set<Object> seen) {
    switch (value) {
      case null -> {}
      case Collection<?> many -> many.forEach(each -> look(each, where, strangers, seen));
      case Map<?, ?> map -> map.forEach((k, v) -> look(v, where + "." + k, strangers, seen));
      default -> {
        if (isModel(value.getClass()) && seen.add(value)) {
          fields(value.getClass()).forEach(field -> look(field, value, where, strangers, seen));
        }
      }
    }
  }

  private static void look(
      Field field, Object owner, String where, List<String> strangers, Set<Object> seen) {
    Object value = read(field, owner);
    if (!field.getName().equals("additionalProperties")) {
      look(value, where + "." + field.getName(), strangers, seen);
    } else if (value instanceof Map<?, ?> unknown) {
      unknown.keySet().forEach(key -> strangers.add("unknown property: " + where + "." + key));
    }
  }

  private static boolean isModel(Class<?> type) {
    return !type.isEnum()
        && (type.getName().startsWith("io.fabric8.kubernetes.api.model.")
            || type.getName().startsWith("io.strimzi.api."));
  }

  private static Stream<Field> fields(Class<?> type) {
    return Stream.<Class<?>>iterate(type, Manifests::isModel, Class::getSuperclass)
        .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
        .filter(field -> !java.lang.reflect.Modifier.isStatic(field.getModifiers()));
  }

  private static @Nullable Object read(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
