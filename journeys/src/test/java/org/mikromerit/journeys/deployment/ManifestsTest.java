package org.mikromerit.journeys.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.platform.Folders;

/**
 * The manifests render, hold nothing that Kubernetes does not know, and say what the services read.
 */
class ManifestsTest {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\(([^)]+)\\)");

  @BeforeAll
  static void kubectlIsHere() {
    assumeTrue(Manifests.canBeRendered(), "No kubectl here, so the manifests are not checked.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "operators"})
  void kubernetesKnowsEveryPropertyOfThem(String folder) {
    assertThat(Manifests.rendered(folder).strangers()).isEmpty();
  }

  @Test
  void aMisspeltPropertyAWrongTypeAndAnUnknownKindAreSeen() {
    Manifests manifests =
        Manifests.of(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: a}
            spec: {template: {spec: {containers: [{name: b, livenesProbe: {}}]}}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: c}
            spec: {replicas: many}
            ---
            apiVersion: apps/v1
            kind: Deploiment
            metadata: {name: d}
            """);

    assertThat(manifests.strangers())
        .hasSize(3)
        .anyMatch(stranger -> stranger.contains("livenesProbe"))
        .anyMatch(stranger -> stranger.contains("replicas"))
        .anyMatch(stranger -> stranger.contains("Deploiment"));
  }

  @Test
  void everyServiceIsDeployed() {
    assertThat(base().of(Deployment.class))
        .extracting(each -> each.getMetadata().getName())
        .containsExactlyInAnyOrderElementsOf(Deployed.ALL);
  }

  @ParameterizedTest
  @FieldSource("org.mikromerit.journeys.deployment.Deployed#ALL")
  void everyVariableIsOneThatTheServiceReads(String service) {
    // With operators, because they add to what the base gives.
    Set<String> unknown = variables(container(Manifests.rendered("operators"), service));
    unknown.removeAll(Settings.of(service).variables());

    // The one that other variables' values are made of.
    assertThat(unknown).isEqualTo(service.equals(Deployed.PORTAL) ? Set.of() : Set.of("POSTGRES"));
  }

  @ParameterizedTest
  @FieldSource("org.mikromerit.journeys.deployment.Deployed#ALL")
  void whatTheServiceNeedsIsGiven(String service) {
    assertThat(variables(container(service))).containsAll(Settings.of(service).neededVariables());
  }

  @ParameterizedTest
  @FieldSource("org.mikromerit.journeys.deployment.Deployed#ALL")
  void composeAndKubernetesGiveTheSame(String service) {
    Set<String> there = new TreeSet<>(variables(container(service)));
    there.removeAll(Set.of("POSTGRES", "QUARKUS_HTTP_PORT", "MIKROMERIT_KAFKA_SECURITY"));

    assertThat(there).isEqualTo(Compose.read().service(service).environment().keySet());
  }

  @ParameterizedTest
  @FieldSource("org.mikromerit.journeys.deployment.Deployed#ALL")
  void probesAskWhereTheServiceAnswers(String service) {
    Container container = container(service);
    String port =
        container.getEnv().stream()
            .filter(each -> each.getName().equals("QUARKUS_HTTP_PORT"))
            .findFirst()
            .orElseThrow()
            .getValue();

    assertThat(container.getPorts())
        .singleElement()
        .satisfies(
            only -> {
              assertThat(only.getName()).isEqualTo("http");
              assertThat(only.getContainerPort()).isEqualTo(Integer.valueOf(port));
            });
    assertThat(probes(container))
        .extracting(HTTPGetAction::getPath)
        .containsExactly(HealthPaths.STARTED, HealthPaths.READY, HealthPaths.LIVE);
    assertThat(probes(container)).allMatch(probe -> "http".equals(probe.getPort().getStrVal()));
  }

  @Test
  void everyServiceHasAnAddressABudgetAndAnAccountOfItsOwn() {
    Manifests base = base();
    for (Deployment deployment : base.of(Deployment.class)) {
      String name = deployment.getMetadata().getName();
      PodTemplateSpec pod = deployment.getSpec().getTemplate();
      Map<String, String> labels = pod.getMetadata().getLabels();

      assertThat(labels).containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
      assertThat(named(base, Service.class, name))
          .satisfies(
              service -> {
                assertThat(labels).containsAllEntriesOf(service.getSpec().getSelector());
                assertThat(service.getSpec().getPorts().getFirst().getTargetPort().getStrVal())
                    .isEqualTo("http");
              });
      assertThat(labels)
          .containsAllEntriesOf(
              named(base, PodDisruptionBudget.class, name)
                  .getSpec()
                  .getSelector()
                  .getMatchLabels());
      assertThat(pod.getSpec().getServiceAccountName())
          .isEqualTo(named(base, ServiceAccount.class, name).getMetadata().getName());
    }
  }

  @Test
  void noPodMayDoMoreThanItMust() {
    assertThat(pods(base()))
        .hasSize(Deployed.ALL.size() + 1)
        .allSatisfy(
            pod -> {
              assertThat(pod.getSpec().getSecurityContext().getRunAsNonRoot()).isTrue();
              assertThat(pod.getSpec().getAutomountServiceAccountToken()).isFalse();
              assertThat(pod.getSpec().getContainers())
                  .allSatisfy(
                      container -> {
                        var rights = container.getSecurityContext();
                        assertThat(rights.getAllowPrivilegeEscalation()).isFalse();
                        assertThat(rights.getReadOnlyRootFilesystem()).isTrue();
                        assertThat(rights.getCapabilities().getDrop()).containsExactly("ALL");
                        assertThat(container.getResources().getLimits()).containsKey("memory");
                      });
            });
  }

  @Test
  void thePortalReachesTheServicesAndNeitherADatabaseNorTheBroker() {
    PodTemplateSpec portal = deployment("portal");

    assertThat(reachedBy(portal))
        .containsExactlyInAnyOrder("{mikromerit.org/part=service} http", "anybody 443", "names 53");
    for (String service : Deployed.SERVICES) {
      assertThat(reachedBy(deployment(service))).noneMatch(to -> to.contains("part="));
      assertThat(callersOf(deployment(service)))
          .containsExactlyInAnyOrder("{mikromerit.org/part=portal} http", "outside http");
    }
    assertThat(callersOf(portal)).containsExactly("outside http");
  }

  @Test
  void everyVariableThatIsReferredToIsThere() {
    Manifests base = base();
    Map<String, Set<String>> config = new TreeMap<>();
    base.of(ConfigMap.class)
        .forEach(map -> config.put(map.getMetadata().getName(), map.getData().keySet()));

    for (PodTemplateSpec pod : pods(base)) {
      for (Container container : pod.getSpec().getContainers()) {
        Set<String> before = new HashSet<>();
        for (EnvVar variable : container.getEnv()) {
          assertThat(before).containsAll(references(variable.getValue()));
          before.add(variable.getName());
          var from = variable.getValueFrom();
          if (from != null && from.getConfigMapKeyRef() != null) {
            assertThat(config.get(from.getConfigMapKeyRef().getName()))
                .contains(from.getConfigMapKeyRef().getKey());
          }
        }
      }
    }
  }

  @Test
  void everySecretIsNamedInTheGuide() throws IOException {
    String guide = Files.readString(Folders.checkout().resolve("deploy/README.md"));

    assertThat(pods(base()).stream().flatMap(pod -> pod.getSpec().getContainers().stream()))
        .flatExtracting(Container::getEnv)
        .filteredOn(each -> each.getValueFrom() != null)
        .extracting(each -> each.getValueFrom().getSecretKeyRef())
        .filteredOn(secret -> secret != null)
        .allSatisfy(
            secret ->
                assertThat(guide)
                    .contains("`" + secret.getName() + "`", "`" + secret.getKey() + "`"));
  }

  private static PodTemplateSpec deployment(String name) {
    return named(base(), Deployment.class, name).getSpec().getTemplate();
  }

  private static Set<String> reachedBy(PodTemplateSpec pod) {
    Set<String> reached = new TreeSet<>();
    for (NetworkPolicy policy : policiesOf(pod)) {
      policy
          .getSpec()
          .getEgress()
          .forEach(rule -> add(rule.getTo(), rule.getPorts(), "names", reached));
    }
    return reached;
  }

  private static Set<String> callersOf(PodTemplateSpec pod) {
    Set<String> callers = new TreeSet<>();
    for (NetworkPolicy policy : policiesOf(pod)) {
      policy
          .getSpec()
          .getIngress()
          .forEach(rule -> add(rule.getFrom(), rule.getPorts(), "outside", callers));
    }
    return callers;
  }

  /** As "who port"; a whole namespace by what such a one is here. */
  private static void add(
      List<NetworkPolicyPeer> peers,
      List<NetworkPolicyPort> ports,
      String namespace,
      Set<String> sentences) {
    List<String> who =
        peers.isEmpty()
            ? List.of("anybody")
            : peers.stream()
                .map(
                    peer ->
                        peer.getPodSelector() == null
                            ? namespace
                            : String.valueOf(peer.getPodSelector().getMatchLabels()))
                .toList();
    for (NetworkPolicyPort port : ports) {
      who.forEach(each -> sentences.add(each + " " + port.getPort().getValue()));
    }
  }

  private static List<NetworkPolicy> policiesOf(PodTemplateSpec pod) {
    Map<String, String> labels = pod.getMetadata().getLabels();
    return base().of(NetworkPolicy.class).stream()
        .filter(policy -> selects(policy.getSpec().getPodSelector(), labels))
        .toList();
  }

  private static boolean selects(LabelSelector selector, Map<String, String> labels) {
    return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
        && selector.getMatchExpressions().stream()
            .allMatch(
                each ->
                    each.getOperator().equals("Exists")
                        ? labels.containsKey(each.getKey())
                        : each.getValues().contains(labels.getOrDefault(each.getKey(), "")));
  }

  private static Manifests base() {
    return Manifests.rendered("base");
  }

  private static Container container(String service) {
    return container(base(), service);
  }

  private static Container container(Manifests manifests, String service) {
    return named(manifests, Deployment.class, service)
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst();
  }

  private static <T extends HasMetadata> T named(Manifests in, Class<T> type, String name) {
    return in.of(type).stream()
        .filter(each -> each.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + name));
  }

  private static List<PodTemplateSpec> pods(Manifests manifests) {
    return Stream.concat(
            manifests.of(Deployment.class).stream().map(each -> each.getSpec().getTemplate()),
            manifests.of(Job.class).stream().map(each -> each.getSpec().getTemplate()))
        .toList();
  }

  private static List<HTTPGetAction> probes(Container container) {
    return List.of(
        container.getStartupProbe().getHttpGet(),
        container.getReadinessProbe().getHttpGet(),
        container.getLivenessProbe().getHttpGet());
  }

  private static Set<String> variables(Container container) {
    Set<String> names = new TreeSet<>();
    container.getEnv().forEach(each -> names.add(each.getName()));
    return names;
  }

  private static Set<String> references(@org.jspecify.annotations.Nullable String value) {
    Set<String> names = new TreeSet<>();
    Matcher reference = REFERENCE.matcher(value == null ? "" : value);
    while (reference.find()) {
      names.add(reference.group(1));
    }
    return names;
  }
}
