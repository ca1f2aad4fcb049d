package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mikromerit.platform.launcher.Stack;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http.Reply;

/** {@code docs/reference/degraded-modes.md} row by row: who answers what while a part is away. */
class DegradedModesTest {
  private static final String PAGE = "docs/reference/degraded-modes.md";

  private final Installation installation = Installation.get();
  private final World world = new World(6_060L);

  @AfterEach
  void everythingRunsAgain() {
    installation.stack().start();
    // Keycloak finds out one by one that its connections to the database are gone.
    Await.untilAsserted(
        "people can sign in",
        () -> assertThat(new Realm(installation).signIn("lisa")).isNotBlank());
  }

  @ParameterizedTest(name = "while away: {0}")
  @MethodSource("rows")
  @Tag("R6")
  void whileAPartIsAwayEachFunctionAnswersAsThePageSays(String part, Map<String, String> expected) {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    Learner learner = Learner.withVerifiedEmail(installation);
    String definition = school.published(world.definition());
    String pathway = school.pathway("{\"part\":{\"definition\":\"" + definition + "\"}}");
    Reply issued = school.issued(definition, learner.recipient(world));
    Reply toRevoke = school.issued(definition, world.learner());
    Await.until("it has arrived", () -> learner.credentials().size() == 1);
    Await.until("it counts", () -> school.progress(pathway).size() == 2);
    Await.until("it verifies", () -> verify(issued).body().contains("\"VALID\""));
    stop(part);

    Map<String, String> answers = new LinkedHashMap<>();
    Map<String, Supplier<Reply>> functions = new LinkedHashMap<>();
    functions.put(
        "issue", () -> school.issue(definition, world.learner(), UUID.randomUUID().toString()));
    functions.put("revoke", () -> school.revoke(Institution.idOf(toRevoke)));
    functions.put("read what was issued", () -> school.credential(Institution.idOf(issued)));
    functions.put("verify", () -> verify(issued));
    functions.put("status list", () -> statusList(issued));
    functions.put("trust list and ledger", this::trustListAndLedger);
    functions.put("portfolio", learner::portfolio);
    functions.put("progress on a pathway", () -> progress(school, pathway));
    functions.forEach((name, function) -> answers.put(name, answer(function)));

    assertThat(answers).isEqualTo(expected);
  }

  static Stream<Arguments> rows() throws IOException {
    List<List<String>> lines =
        Files.readString(Installation.checkout().resolve(PAGE), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("|") && !line.startsWith("|--"))
            .map(line -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
            .toList();
    List<String> functions = lines.getFirst();
    return lines.stream()
        .skip(1)
        .map(
            row -> {
              Map<String, String> expected = new LinkedHashMap<>();
              IntStream.range(1, functions.size())
                  .forEach(column -> expected.put(functions.get(column), row.get(column)));
              return Arguments.of(row.getFirst(), expected);
            });
  }

  private void stop(String part) {
    Stack stack = installation.stack();
    switch (part) {
      case "nothing" -> {}
      case "broker" -> stack.kafka().stop();
      case "identity provider" -> stack.keycloak().stop();
      case "databases" -> stack.postgres().stop();
      case "issuer", "registry", "verification", "stacking" -> stack.service(part).stop();
      default -> throw new AssertionError(PAGE + " names a part that there is not: " + part);
    }
  }

  /** In the page's words. */
  private static String answer(Supplier<Reply> function) {
    try {
      Reply reply = function.get();
      if (reply.status() == 503) {
        assertThat(reply.header("Retry-After")).as(reply.body()).isNotBlank();
        return "503";
      }
      if (reply.body().contains("\"conclusion\":\"UNDECIDED\"")) {
        return "undecided";
      }
      return reply.status() < 300 ? "answers" : reply.status() + " " + reply.body();
    } catch (UncheckedIOException e) {
      return "nobody";
    }
  }

  private Reply verify(Reply issued) {
    return installation
        .verification()
        .post("/verify")
        .body("application/vc", issued.body().getBytes(StandardCharsets.UTF_8))
        .send();
  }

  private Reply statusList(Reply issued) {
    String list = issued.json().path("credentialStatus").findPath("statusListCredential").asText();
    return installation.registry().get(list.substring(list.indexOf("/status-lists/"))).send();
  }

  private Reply trustListAndLedger() {
    Reply trustList = installation.registry().get("/trust-list").send();
    return trustList.status() == 200 ? installation.registry().get("/ledger").send() : trustList;
  }

  private Reply progress(Institution school, String pathway) {
    return installation
        .stacking()
        .get("/organisations/" + school.id() + "/pathways/" + pathway + "/progress")
        .bearer(school.token())
        .send();
  }
}
