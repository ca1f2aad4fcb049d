package org.mikromerit.journeys.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.mikromerit.platform.Folders;
import org.mikromerit.platform.Versions;
import org.mikromerit.platform.launcher.RegistryName;

/** {@code docker-compose.yml} and the images say what the services read. */
class ComposeTest {
  private static final Pattern JAVA = Pattern.compile("eclipse-temurin:(\\d+)-jre");

  private final Compose compose = Compose.read();

  @ParameterizedTest
  @FieldSource("org.mikromerit.journeys.deployment.Deployed#ALL")
  void everyVariableIsOneThatTheServiceReads(String service) {
    Set<String> unknown = new TreeSet<>(compose.service(service).environment().keySet());
    unknown.removeAll(Settings.of(service).variables());

    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("org.mikromerit.journeys.deployment.Deployed#ALL")
  void whatTheServiceNeedsIsGiven(String service) {
    Settings settings = Settings.of(service);

    assertThat(compose.service(service).environment().keySet())
        .containsAll(settings.neededVariables());
  }

  @ParameterizedTest
  @FieldSource("org.mikromerit.journeys.deployment.Deployed#ALL")
  void aServiceIsFoundOnTheHostWhereItIsFoundOnADevelopersMachine(String service)
      throws IOException {
    int port = Integer.parseInt(Settings.of(service).get("quarkus.http.port"));

    assertThat(compose.service(service).published()).isEqualTo(Map.of(port, portOfTheImage()));
  }

  @ParameterizedTest
  @FieldSource("org.mikromerit.journeys.deployment.Deployed#SERVICES")
  void aServiceHasItsOwnDatabaseAndItsOwnNameAtTheBroker(String service) {
    Map<String, String> environment = compose.service(service).environment();

    assertThat(environment)
        .containsEntry("MIKROMERIT_DATABASE_URL", "jdbc:postgresql://postgres:5432/" + service)
        .containsEntry("MIKROMERIT_DATABASE_USER", service + "_app")
        .containsEntry("MIKROMERIT_DATABASE_OWNER", service + "_owner")
        .containsEntry("MIKROMERIT_KAFKA_USER", service);
  }

  @ParameterizedTest
  @FieldSource("org.mikromerit.journeys.deployment.Deployed#ALL")
  void noContainerOfOursMayDoMoreThanItMust(String service) {
    Compose.Service container = compose.service(service);

    assertThat(container.rights())
        .containsEntry("read_only", "true")
        .containsEntry("cap_drop", "[ALL]")
        .containsEntry("security_opt", "[no-new-privileges:true]")
        .containsKey("mem_limit");
  }

  @ParameterizedTest
  @FieldSource("org.mikromerit.journeys.deployment.Deployed#ALL")
  void itsImageIsMadeFromWhatTheBuildLeavesOfItsModule(String service) throws IOException {
    String module = Deployed.module(service);

    assertThat(compose.service(service).image()).isEqualTo("mikromerit/" + service);
    assertThat(compose.service(service).module()).isEqualTo(module);
    assertThat(text(".dockerignore")).contains("\n!" + module + "/target/quarkus-app\n");
  }

  @Test
  void thePortalFindsEveryServiceWhereItListens() throws IOException {
    Map<String, String> environment = compose.service(Deployed.PORTAL).environment();

    for (String service : Deployed.SERVICES) {
      assertThat(environment)
          .containsEntry(
              "MIKROMERIT_" + service.toUpperCase(Locale.ROOT) + "_URL",
              "http://" + service + ":" + portOfTheImage());
    }
  }

  @Test
  void whoSignsInIsSentBackToWhereThePortalIs() throws IOException {
    String portal =
        compose.service(Deployed.PORTAL).environment().getOrDefault("MIKROMERIT_PORTAL_URL", "");

    assertThat(compose.service("keycloak").environment())
        .containsEntry("MIKROMERIT_PORTAL_URL", portal);
    assertThat(text("deploy/keycloak/mikromerit-realm.json"))
        .contains("\"${MIKROMERIT_PORTAL_URL:" + portal + "}/*\"");
  }

  @Test
  void theServersAreOfTheVersionsThatTestsRunOn() {
    Versions versions = Versions.ofThisBuild();

    assertThat(compose.service("postgres").image())
        .isEqualTo("postgres:" + versions.postgres().replaceFirst("\\..*", ""));
    assertThat(compose.service("kafka").image()).isEqualTo("apache/kafka:" + versions.kafka());
    assertThat(compose.service("keycloak").image())
        .isEqualTo("quay.io/keycloak/keycloak:" + versions.keycloak());
  }

  @Test
  void theImagesRunTheJavaThatTheSourcesAreCompiledFor() throws IOException {
    String release = value("pom.xml", "<maven.compiler.release>(\\d+)<");

    for (String image : List.of("service", "prepare")) {
      Matcher java = JAVA.matcher(text("deploy/docker/" + image + "/Dockerfile"));
      assertThat(java.find()).as(image).isTrue();
      assertThat(java.group(1)).as(image).isEqualTo(release);
    }
  }

  @Test
  void theImageAsksItsServiceWhereItIsAndWhatKubernetesAsks() throws IOException {
    assertThat(text("deploy/docker/service/healthy"))
        .contains("${QUARKUS_HTTP_PORT}")
        .contains("GET " + HealthPaths.READY + " ");
  }

  @Test
  void everythingIsPublishedOnTheLoopbackAddressOnly() {
    compose
        .services()
        .forEach(
            (name, service) ->
                assertThat(service.ports())
                    .as(name)
                    .allMatch(port -> port.startsWith("127.0.0.1:")));
  }

  @Test
  void theSecretsThatItAsksForAreTheOnesThatAreMade(@TempDir Path folder)
      throws IOException, InterruptedException {
    Map<String, String> made = makeSecrets(folder);

    assertThat(made.keySet()).containsAll(compose.asked());
    assertThat(new TreeSet<>(made.values())).as("none is used twice").hasSameSizeAs(made.keySet());
    made.forEach(
        (name, value) -> {
          if (name.endsWith("_KEY") || name.endsWith("_KEYS")) {
            String key = value.replaceFirst("^[a-z]+=", "");
            assertThat(Base64.getDecoder().decode(key)).as(name).hasSize(32);
          }
        });
  }

  @Test
  @Tag("S7")
  void theVerifierIsToldTheKeyThatTheRegistrySignsWith(@TempDir Path folder)
      throws IOException, InterruptedException {
    Map<String, String> made = makeSecrets(folder);

    assertThat(made.get("MIKROMERIT_REGISTRY"))
        .isEqualTo(
            RegistryName.of(
                URI.create(made.getOrDefault("MIKROMERIT_PUBLIC_URL", "")),
                made.getOrDefault("REGISTRY_KEY", "")));
    assertThat(compose.service("verification").environment()).containsKey("MIKROMERIT_REGISTRY");
  }

  @Test
  void secretsAreNeverMadeOverThoseThatDataNeed(@TempDir Path folder)
      throws IOException, InterruptedException {
    Map<String, String> made = makeSecrets(folder);
    int exit = runMakeSecrets(folder);

    assertThat(exit).isNotZero();
    assertThat(properties(folder.resolve(".env"))).isEqualTo(made);
  }

  private static Map<String, String> makeSecrets(Path folder)
      throws IOException, InterruptedException {
    Path script = folder.resolve("deploy/docker/make-secrets");
    Files.createDirectories(script.getParent());
    Files.copy(Folders.checkout().resolve("deploy/docker/make-secrets"), script);
    assertThat(runMakeSecrets(folder)).isZero();
    return properties(folder.resolve(".env"));
  }

  private static int runMakeSecrets(Path folder) throws IOException, InterruptedException {
    return new ProcessBuilder("bash", folder.resolve("deploy/docker/make-secrets").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start()
        .waitFor();
  }

  private static Map<String, String> properties(Path file) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("#")) {
        all.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
      }
    }
    return all;
  }

  private static int portOfTheImage() throws IOException {
    return Integer.parseInt(value("deploy/docker/service/Dockerfile", "QUARKUS_HTTP_PORT=(\\d+)"));
  }

  private static String value(String file, String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(text(file));
    assertThat(found.find()).as(file + " has " + pattern).isTrue();
    return found.group(1);
  }

  private static String text(String file) throws IOException {
    return Files.readString(Folders.checkout().resolve(file), StandardCharsets.UTF_8);
  }
}
