package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.mikromerit.issuer.vcapi.rest.VcApiOnThisThread;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.input.Canary;
import org.mikromerit.testkit.input.Cost;
import org.mikromerit.testkit.input.Recipe;
import org.mikromerit.testkit.platform.PlatformResource;

/**
 * Each file of {@code bad-input}: answered as it says and never with a 5xx, within a budget that is
 * counted rather than timed, without a call to anybody, and without taking back what stands.
 */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("S2")
class BadInputFilesTest {
  private final Canary canary = new Canary();
  private final NavigableMap<Duration, String> costs = new TreeMap<>();
  @Inject VcApiOnThisThread vcApi;
  private @Nullable World attacked;

  @AfterAll
  void close() {
    System.out.println("the dearest inputs, in CPU time and memory");
    costs.descendingMap().values().stream().limit(5).forEach(System.out::println);
    canary.close();
  }

  @TestFactory
  @Tag("S1")
  Stream<DynamicTest> eachIsAnsweredAsItsFileSays() {
    return BadInput.all().stream()
        .map(input -> DynamicTest.dynamicTest(input.name(), () -> isAnswered(input)));
  }

  @TestFactory
  Stream<DynamicTest> eachKeepsWithinTheBudget() {
    return BadInput.all().stream()
        .filter(BadInput::isRead)
        .map(input -> DynamicTest.dynamicTest(input.name(), () -> keepsWithin(input)));
  }

  private void isAnswered(BadInput input) {
    World world = world();
    var call = Institution.service().post(world.path(input)).bearer(world.school.token());
    input.headers().forEach(call::header);

    Reply reply = call.body(input.contentType(), world.body(input)).send();

    JsonNode expected = input.expected();
    assertThat(reply.status()).as(reply.body()).isEqualTo(expected.path("status").asInt());
    if (expected.has("problem")) {
      assertThat(reply.json().path("type").asText())
          .isEqualTo("https://mikromerit.org/problems/" + expected.path("problem").asText());
      assertThat(reply.json().path("reason").asText(""))
          .isEqualTo(expected.path("reason").asText(""));
      assertThat(reply.json().path("field").asText(""))
          .isEqualTo(expected.path("field").asText(""));
      assertThat(faults(reply.json())).as(reply.body()).isEqualTo(listed(expected, world));
    }
    assertThat(canary.visits()).as("calls to somebody").isZero();
    if (input.operation().equals("status")) {
      world.assertNothingWasTakenBack();
    }
  }

  /** What is wrong, and where, in the order in which it is told. */
  private static List<String> faults(JsonNode problem) {
    var faults = new ArrayList<String>();
    for (JsonNode error : problem.path("errors")) {
      faults.add(error.path("code").asText() + " " + error.path("field").asText());
    }
    return faults;
  }

  private static List<String> listed(JsonNode expected, World world) {
    var recipe = world.recipe();
    var faults = new ArrayList<String>();
    expected.path("faults").forEach(fault -> faults.add(recipe.text(fault)));
    return faults;
  }

  private void keepsWithin(BadInput input) {
    World world = world();
    byte[] body = world.body(input);
    UUID instance = world.instance(input);

    Cost cost = Cost.of(() -> vcApi.asked(input.operation(), world.school.id, instance, body));

    costs.put(cost.cpu(), input.name() + ": " + cost);
    assertThat(cost.isWithin(Cost.BUDGET)).as("%s", cost).isTrue();
  }

  private World world() {
    if (attacked == null) {
      attacked = new World(canary);
    }
    return attacked;
  }

  /** Whom the inputs attack: an institution whose instances have issued something each. */
  private static final class World {
    final Institution school = Institution.authorised();
    private final Map<String, Made> made = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** An instance and what it issued. */
    private record Made(UUID instance, JsonNode issued) {}

    World(Canary canary) {
      make("web", "\"did\": \"web\", \"status\": true");
      make("suspending", "\"did\": \"web\", \"status\": true, \"suspension\": true");
      make("without-status", "\"did\": \"web\"");
      make("key", "\"did\": \"key\"");
      make("text", "\"did\": \"web\", \"cryptosuite\": \"eddsa-jcs-2022\"");
      var stranger = Institution.authorised();
      names.put("school", Institution.did(school.id));
      names.put("stranger", Institution.did(stranger.id));
      names.put("key", made("key").issued().path("issuer").asText());
      names.put("list", entry("web").path("statusListCredential").asText());
      names.put("index", entry("web").path("statusListIndex").asText());
      names.put("credential", made("web").issued().path("id").asText());
      names.put("suspendable", made("suspending").issued().path("id").asText());
      names.put("without", made("key").issued().path("id").asText());
      names.put(
          "strangersCredential",
          "urn:uuid:" + stranger.givenCredential(stranger.instance("web", false)));
      names.put("canary", canary.address().toString());
    }

    private void make(String name, String kind) {
      JsonNode made =
          school.post("/issuers", "{\"name\": \"%s\", %s}".formatted(name, kind)).json();
      UUID id = UUID.fromString(made.path("id").asText());
      ObjectNode request = sound("issue");
      ((ObjectNode) request.path("credential")).put("id", "urn:uuid:" + UUID.randomUUID());
      Reply reply = school.post("/issuers/" + id + "/credentials/issue", request.toString());
      assertThat(reply.status()).as(reply.body()).isEqualTo(201);
      this.made.put(name, new Made(id, reply.json().path("verifiableCredential")));
    }

    private Made made(String name) {
      return Objects.requireNonNull(made.get(name), name);
    }

    private JsonNode entry(String instance) {
      return made(instance).issued().path("credentialStatus");
    }

    UUID instance(BadInput input) {
      return made(input.instance()).instance();
    }

    String path(BadInput input) {
      return school.path("/issuers/" + instance(input) + "/credentials/" + input.operation());
    }

    byte[] body(BadInput input) {
      return input.body(sound(input.operation()), recipe());
    }

    Recipe recipe() {
      return new Recipe(names, this::sound);
    }

    private ObjectNode sound(String operation) {
      return operation.equals("issue")
          ? Institution.object(
              """
              {"credential": {"@context": ["https://www.w3.org/ns/credentials/v2"],
                "type": ["VerifiableCredential"],
                "credentialSubject": {"id": "did:example:abcdef", "name": "Åsa Öberg"}}}
              """)
          : Institution.object(
              """
              {"credentialId": "%s",
               "credentialStatus": [{"type": "BitstringStatusListEntry", "statusPurpose": "revocation", "status": "1"}]}
              """
                  .formatted(names.get("credential")));
    }

    /** To say that a credential is not revoked is refused once it is. */
    void assertNothingWasTakenBack() {
      for (String name : List.of("web", "suspending")) {
        String stands =
            """
            {"credentialId": "%s",
             "credentialStatus": {"type": "BitstringStatusListEntry", "status": "0"}}
            """
                .formatted(made(name).issued().path("id").asText());
        Reply reply =
            school.post("/issuers/" + made(name).instance() + "/credentials/status", stands);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
      }
    }
  }
}
