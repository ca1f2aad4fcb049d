package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.input.Canary;
import org.mikromerit.testkit.input.Cost;
import org.mikromerit.testkit.platform.PlatformResource;
import org.mikromerit.verification.foreign.HttpsCanary;
import org.mikromerit.verification.verdict.GiveVerdict;
import org.mikromerit.verification.verdict.rest.VcApiOnThisThread;

/**
 * Each file of {@code bad-input}: answered as it says and never with a 5xx, within a budget that is
 * counted rather than timed, and without a call to anybody.
 */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("S2")
class BadInputFilesTest {
  private static final Set<String> NOT_BELIEVED = Set.of("INVALID", "UNDECIDED");
  private static final Set<String> CONCLUSIONS =
      Set.of("VALID", "VALID_WITH_WARNINGS", "INVALID", "UNDECIDED");

  private final TopicProbe topics = new TopicProbe();
  private final Canary canary = new Canary();
  private final HttpsCanary web = new HttpsCanary();
  @Inject GiveVerdict giveVerdict;
  @Inject VcApiOnThisThread vcApi;
  private final NavigableMap<Duration, String> costs = new TreeMap<>();
  private BadInput.@Nullable World attacked;

  @AfterAll
  void close() {
    System.out.println("the dearest inputs, in CPU time and memory");
    costs.descendingMap().values().stream().limit(5).forEach(System.out::println);
    topics.close();
    web.close();
    canary.close();
  }

  @TestFactory
  Stream<DynamicTest> eachIsAnsweredAsItsFileSays() {
    return BadInput.all().stream()
        .map(input -> DynamicTest.dynamicTest(input.name(), () -> isAnswered(input)));
  }

  @TestFactory
  Stream<DynamicTest> eachKeepsWithinTheBudget() {
    return BadInput.all().stream()
        .map(input -> DynamicTest.dynamicTest(input.name(), () -> keepsWithin(input)));
  }

  @TestFactory
  @Tag("S1")
  Stream<DynamicTest> noneSendsUsAnywhereThoughTheIssuerIsToBeAsked() {
    web.install();
    return BadInput.all().stream()
        .map(input -> DynamicTest.dynamicTest(input.name(), () -> sendsUsNowhere(input)));
  }

  private void sendsUsNowhere(BadInput input) {
    Reply reply = sent(input, input.to() + (input.isChallenge() ? "&" : "?") + "askIssuer=true");

    JsonNode expected = input.expected();
    assertThat(reply.status()).as(reply.body()).isEqualTo(expected.path("status").asInt(200));
    if (expected.has("conclusion")) {
      assertThat(reply.json().path("conclusion").asText())
          .as(reply.body())
          .isEqualTo(expected.path("conclusion").asText());
    }
    assertThat(web.connections()).isZero();
    assertThat(canary.visits()).isZero();
  }

  private void isAnswered(BadInput input) {
    Reply reply = sent(input, input.to());

    JsonNode expected = input.expected();
    assertThat(reply.status()).as(reply.body()).isEqualTo(expected.path("status").asInt(200));
    if (expected.has("problem")) {
      assertThat(reply.json().path("type").asText())
          .isEqualTo("https://mikromerit.org/problems/" + expected.path("problem").asText());
      assertThat(reply.json().path("reason").asText(""))
          .isEqualTo(expected.path("reason").asText(""));
      assertThat(reply.json().path("field").asText(""))
          .isEqualTo(expected.path("field").asText(""));
      assertThat(errors(reply.json())).as(reply.body()).isEqualTo(named(expected));
    } else {
      assertThat(reply.json().path("conclusion").asText())
          .as(reply.body())
          .isEqualTo(expected.path("conclusion").asText());
      assertThat(grave(reply.json())).as(reply.body()).isEqualTo(named(expected));
    }
    assertThat(canary.visits()).as("calls to somebody").isZero();
  }

  /** However a document comes, it is believed no more than where it comes alone. */
  @TestFactory
  Stream<DynamicTest> noOtherDoorBelievesIt() {
    return BadInput.all().stream()
        .filter(input -> input.isDocument() && !input.isChallenge())
        .map(input -> DynamicTest.dynamicTest(input.name(), () -> isNotBelievedElsewhere(input)));
  }

  private void isNotBelievedElsewhere(BadInput input) {
    byte[] document = input.body(world());
    boolean isBelieved = input.expected().path("conclusion").asText().startsWith("VALID");
    for (Door door : Door.values()) {
      Reply reply = service().post(door.path).body("application/json", door.with(document)).send();

      assertThat(reply.status()).as(reply.body()).isLessThan(500);
      if (reply.status() == 200 && !reply.json().at("/items/1").has("malformed")) {
        String conclusion = reply.json().at(door.conclusion).asText();
        assertThat(isBelieved ? CONCLUSIONS : NOT_BELIEVED)
            .as(door + " " + reply.body())
            .contains(conclusion);
      }
    }
    assertThat(canary.visits()).as("calls to somebody").isZero();
  }

  /** Where a document is within something else. */
  private enum Door {
    REQUEST("/verify/requests", "{\"document\":", "}", "/verdict/conclusion"),
    BATCH(
        "/verify/batch",
        "{\"items\":[{\"id\":\"urn:uuid:0190a000-0000-7000-8000-00000000c0de\"},{\"document\":",
        "}]}",
        "/items/1/verdict/conclusion"),
    CREDENTIAL("/credentials/verify", "{\"verifiableCredential\":", "}", "/verdict/conclusion"),
    PRESENTATION(
        "/presentations/verify",
        """
        {"verifiablePresentation": {"@context": ["https://www.w3.org/ns/credentials/v2"],
         "type": ["VerifiablePresentation"], "verifiableCredential": [""",
        "]}}",
        "/credentials/0/conclusion");

    private final String path;
    private final String before;
    private final String after;
    private final String conclusion;

    Door(String path, String before, String after, String conclusion) {
      this.path = path;
      this.before = before;
      this.after = after;
      this.conclusion = conclusion;
    }

    byte[] with(byte[] document) {
      var whole = new ByteArrayOutputStream();
      whole.writeBytes(before.getBytes(StandardCharsets.UTF_8));
      whole.writeBytes(within(document));
      whole.writeBytes(after.getBytes(StandardCharsets.UTF_8));
      return whole.toByteArray();
    }

    /** An object as it stands, also where that makes of the whole what nobody can read. */
    private byte[] within(byte[] document) {
      String text = new String(document, StandardCharsets.UTF_8);
      if (this != BATCH && text.startsWith("{")) {
        return document;
      }
      JsonNode node = this == PRESENTATION ? envelope(text) : TextNode.valueOf(text);
      return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode envelope(String token) {
      return JsonNodeFactory.instance
          .objectNode()
          .put("@context", "https://www.w3.org/ns/credentials/v2")
          .put("type", "EnvelopedVerifiableCredential")
          .put("id", "data:application/vc+" + (token.contains("~") ? "sd-" : "") + "jwt," + token);
    }
  }

  private Reply sent(BadInput input, String path) {
    var call = service().post(path);
    input.headers().forEach(call::header);
    return call.body(input.contentType(), input.body(world())).send();
  }

  private static Http service() {
    return new Http("http://localhost:" + RestAssured.port);
  }

  /** What failed or could not be checked; what was not looked at for that follows from it. */
  private static Set<String> grave(JsonNode verdict) {
    var codes = new TreeSet<String>();
    for (JsonNode finding : verdict.path("findings")) {
      String outcome = finding.path("outcome").asText();
      String code = finding.path("code").asText();
      if ((outcome.equals("FAILED") || outcome.equals("UNDECIDED"))
          && !code.equals("not-checked")) {
        codes.add(code);
      }
    }
    return codes;
  }

  /** The same, as a problem lists it. */
  private static Set<String> errors(JsonNode problem) {
    var codes = new TreeSet<>(problem.path("errors").findValuesAsText("code"));
    codes.remove("not-checked");
    return codes;
  }

  private static Set<String> named(JsonNode expected) {
    var codes = new TreeSet<String>();
    expected.path("findings").forEach(code -> codes.add(code.asText()));
    return codes;
  }

  private void keepsWithin(BadInput input) {
    byte[] body = input.body(world());

    Cost cost =
        Cost.of(input.isDocument() ? () -> judge(body) : () -> vcApi.asked(input.to(), body));

    costs.put(cost.cpu(), input.name() + ": " + cost);
    assertThat(cost.isWithin(Cost.BUDGET)).as("%s", cost).isTrue();
  }

  private void judge(byte[] body) {
    try {
      giveVerdict.about(body, List.of(), giveVerdict.now());
    } catch (MalformedJson _) {
      // An answer too.
    }
  }

  private BadInput.World world() {
    if (attacked == null) {
      School school = School.authorised(topics);
      Employer.awaitVerdict(school.issues(UUID.randomUUID(), 1), "VALID");
      attacked = new BadInput.World(school, new School(topics), canary.address());
    }
    return attacked;
  }
}
