package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.verification.Employer.finding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.input.Recipe;
import org.mikromerit.testkit.platform.PlatformResource;
import org.mikromerit.verification.foreign.HttpsCanary;
import org.mikromerit.verification.verdict.GiveVerdict;

/**
 * Each file of {@code bad-answers}: an issuer elsewhere that is asked for its keys and its list and
 * answers with harm. Its credential is sound, and the verdict is what the file says; a budget is
 * counted, and nobody is called but who was asked.
 */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("S1")
class BadAnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("src/test/resources/bad-answers");
  private static final URI SITE = URI.create("https://" + HttpsCanary.HOST);
  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final Duration MOST_CPU = Duration.ofMillis(250);
  private static final int INDEX = 7;

  private final TopicProbe topics = new TopicProbe();
  private final HttpsCanary web = new HttpsCanary();
  @Inject GiveVerdict giveVerdict;

  @BeforeAll
  void theWebIsHere() {
    web.install();
  }

  @AfterAll
  void close() {
    topics.close();
    web.close();
  }

  @TestFactory
  Stream<DynamicTest> eachIsJudgedAsItsFileSays() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> judged(file)));
    }
  }

  private void judged(Path file) throws IOException {
    JsonNode answers = JSON.readTree(file.toFile());
    web.install();
    web.name(HttpsCanary.HOST, names(answers));
    JsonNode expected = answers.path("expect");
    int before = web.connections();

    Reply reply =
        new Http("http://localhost:" + RestAssured.port)
            .post("/verify?askIssuer=true")
            .body("application/vc", document(answers))
            .send();

    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.json().path("conclusion").asText())
        .as(reply.body())
        .isEqualTo(expected.path("conclusion").asText());
    assertThat(finding(reply.json(), expected.path("check").asText()).path("code").asText())
        .as(reply.body())
        .isEqualTo(expected.path("code").asText());
    assertThat(web.connections() - before).isEqualTo(expected.path("connections").asInt());
    keepsWithin(answers);
  }

  private void keepsWithin(JsonNode answers) {
    web.name(HttpsCanary.HOST, names(answers));
    byte[] document = document(answers);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long allocated = threads.getCurrentThreadAllocatedBytes();

    judge(document);

    assertThat(threads.getCurrentThreadAllocatedBytes() - allocated).isLessThan(MOST_BYTES);
    assertThat(threads.getCurrentThreadCpuTime() - cpu).isLessThan(MOST_CPU.toNanos());
  }

  private void judge(byte[] document) {
    try {
      giveVerdict.about(document, List.of(), giveVerdict.now(), giveVerdict.asking(true));
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }

  private static String[] names(JsonNode answers) {
    var names = new ArrayList<String>();
    answers.path("names").forEach(name -> names.add(name.asText()));
    return names.isEmpty() ? new String[] {HttpsCanary.PUBLIC} : names.toArray(String[]::new);
  }

  /** A sound credential of a new school, whose pages answer as the file says. */
  private byte[] document(JsonNode answers) {
    School school = new School(topics, SITE);
    Recipe recipe =
        new Recipe(
            Map.of(
                "did", school.did.value(),
                "key", school.keyMultibase(),
                "method", school.keyMethod(),
                "list", school.listUrl().toString(),
                "token", school.tokenListUrl().toString(),
                "keys", SITE + "/organisations/" + school.id + "/did.json"),
            which -> {
              throw new IllegalArgumentException(which);
            });
    String keys = "/organisations/" + school.id + "/did.json";
    page(keys, answers.path("keys"), recipe, "application/did+json", sound(school));
    if (answers.has("token")) {
      return listedInToken(school, answers.get("token"), recipe);
    }
    JsonNode list = answers.path("list");
    page(school.listUrl().getPath(), list, recipe, "application/vc", list(school, list, recipe));
    return school.issues(UUID.randomUUID(), INDEX).getBytes(StandardCharsets.UTF_8);
  }

  /** The same as a JWT whose status a token tells. */
  private byte[] listedInToken(School school, JsonNode answer, Recipe recipe) {
    URI list = school.tokenListUrl();
    String token = token(school, list, answer, recipe);
    web.page(
        list.getPath(),
        exchange ->
            answer(
                exchange,
                answer,
                recipe,
                "application/statuslist+jwt",
                token.getBytes(StandardCharsets.US_ASCII)));
    return school
        .issuesListedInToken(UUID.randomUUID(), list, answer.path("index").asInt(INDEX))
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Signed as somebody signs who does not mind what. */
  private String token(School school, URI list, JsonNode answer, Recipe recipe) {
    String[] sound =
        school
            .signedToken(
                list,
                new BitSet(),
                new BitSet(),
                StatusBits.FEWEST,
                Instant.now().plus(Duration.ofDays(1)))
            .split("\\.", -1);
    var claims = (ObjectNode) decoded(sound[1]);
    if (answer.has("zeros")) {
      ((ObjectNode) claims.get("status_list"))
          .put("lst", Base64Url.encode(deflated(answer.get("zeros").asLong())));
    }
    String signed =
        encoded(recipe.edit(decoded(sound[0]), answer.path("header")))
            + "."
            + encoded(recipe.edit(claims, answer.path("claims")));
    byte[] input = signed.getBytes(StandardCharsets.US_ASCII);
    byte[] signature =
        switch (answer.path("signature").asText("school")) {
          case "none" -> new byte[0];
          case "stranger" -> new School(topics, SITE).key.sign(input);
          default -> school.key.sign(input);
        };
    return signed + "." + Base64Url.encode(signature);
  }

  private static JsonNode decoded(String part) {
    return tree(new String(Base64Url.decode(part).orElseThrow(), StandardCharsets.UTF_8));
  }

  private static String encoded(JsonNode json) {
    return Base64Url.encode(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode sound(School school) {
    return tree(
        """
        {"@context": ["https://www.w3.org/ns/did/v1"], "id": "%1$s",
         "verificationMethod": [{"id": "#%2$s", "type": "Multikey", "controller": "%1$s", "publicKeyMultibase": "%2$s"}],
         "assertionMethod": ["#%2$s"]}
        """
            .formatted(school.did, school.keyMultibase()));
  }

  /** Edited, and signed as somebody signs who does not mind what. */
  private static JsonNode list(School school, JsonNode answer, Recipe recipe) {
    JsonNode sound = tree(school.signedList(Instant.now().plus(Duration.ofDays(1))));
    if (!answer.has("before")) {
      return sound;
    }
    var unsigned = (ObjectNode) sound.deepCopy();
    unsigned.remove("proof");
    if (answer.has("zeros")) {
      ((ObjectNode) unsigned.get("credentialSubject"))
          .put("encodedList", "u" + Base64Url.encode(zipped(answer.get("zeros").asLong())));
    }
    return BadInput.World.sign(
        (ObjectNode) recipe.edit(unsigned, answer.get("before")),
        BadInput.World.options(school),
        school.key);
  }

  private void page(String path, JsonNode answer, Recipe recipe, String type, JsonNode sound) {
    String text =
        answer.has("text")
            ? recipe.text(answer.get("text"))
            : recipe.edit(sound, answer.path("edit")).toString();
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    web.page(path, exchange -> answer(exchange, answer, recipe, type, body));
  }

  private static void answer(
      HttpExchange exchange, JsonNode answer, Recipe recipe, String type, byte[] body)
      throws IOException {
    byte[] sent = answer.has("bomb") ? zipped(answer.get("bomb").asLong()) : body;
    if (!answer.path("type").isNull()) {
      exchange.getResponseHeaders().add("Content-Type", answer.path("type").asText(type));
    }
    answer
        .path("headers")
        .properties()
        .forEach(
            header ->
                exchange.getResponseHeaders().add(header.getKey(), recipe.text(header.getValue())));
    // Zero stands for an answer of which nobody says how long it is.
    exchange.sendResponseHeaders(answer.path("status").asInt(200), 0);
    try (exchange) {
      for (int round = 0; round < answer.path("rounds").asInt(1); round++) {
        exchange.getResponseBody().write(sent);
        exchange.getResponseBody().flush();
        if (answer.has("pause")) {
          Thread.sleep(answer.get("pause").asLong());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] zipped(long zeros) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      write(zeros, gzip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflated(long zeros) {
    var bytes = new ByteArrayOutputStream();
    try (var zlib = new DeflaterOutputStream(bytes)) {
      write(zeros, zlib);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(long zeros, OutputStream out) throws IOException {
    byte[] some = new byte[64 * 1024];
    for (long left = zeros; left > 0; left -= some.length) {
      out.write(some, 0, (int) Math.min(left, some.length));
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
