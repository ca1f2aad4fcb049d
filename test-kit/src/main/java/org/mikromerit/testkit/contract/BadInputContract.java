package org.mikromerit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.http.OpenApi;
import org.mikromerit.testkit.http.OpenApi.Operation;
import org.mikromerit.testkit.identity.Tokens;

/**
 * Whatever is sent to whichever operation of the API description: the answer is a problem with a
 * stable type and no innards, never a 5xx. Who may send it at all is {@link TenancyContract}'s.
 */
public abstract class BadInputContract {
  private static final UUID OURS = UUID.fromString("0190a000-0000-7000-8000-00000000aaaa");
  private static final String[] EVERY_ROLE = {
    "creator", "issuer", "registrar", "policy-admin", "sector-body", "operator", "learner"
  };
  private static final List<String> MALFORMED_IDS =
      List.of(
          "not-an-id",
          "1",
          "%00",
          "%F0%9F%A6%8A",
          "..%2F..%2Fetc",
          "x".repeat(3_000),
          "1%20or%201=1");
  private static final List<String> MALFORMED_BODIES =
      List.of(
          "",
          "{",
          "nul",
          "[]",
          "\"text\"",
          "null",
          "3",
          "{\"a\":1}{\"b\":2}",
          "{\"a\":1,\"a\":2}",
          "{\"__nobody_knows_this\":1}",
          "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
          "{\"a\":\"\\ud800\"}",
          "\ufeff{}",
          "{\"a\":1e400}");

  @TestFactory
  Stream<DynamicTest> malformedIdsNameNothing() {
    return operations(op -> !op.pathParameters().isEmpty())
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () -> {
                      for (String parameter : operation.pathParameters()) {
                        for (String id : malformed(parameter)) {
                          Map<String, String> path = randomIds(operation);
                          path.put(parameter, id);
                          Reply reply =
                              call(
                                  operation,
                                  path,
                                  Tokens.organisation(OURS, EVERY_ROLE),
                                  body(operation));
                          assertThat(reply.status()).as("%s %s", operation, id).isBetween(400, 499);
                          assertProblem(operation, reply, reply.status());
                        }
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aParameterThatNobodyKnowsIsRefused() {
    return operations(_ -> true)
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () -> {
                      var call =
                          service()
                              .request(
                                  operation.method(),
                                  operation.at(randomIds(operation)) + "?nobody_knows_this=1")
                              .bearer(Tokens.organisation(OURS, EVERY_ROLE))
                              .header("Idempotency-Key", UUID.randomUUID().toString());
                      Reply reply =
                          (operation.takesBody()
                                  ? call.body(
                                      operation.bodyTypes().getFirst(),
                                      operation.sent(body(operation)))
                                  : call)
                              .send();
                      assertProblem(operation, reply, 400);
                      assertThat(reply.json().path("type").asText()).endsWith("/unknown-parameter");
                    }));
  }

  /** A version is a number, so that a number is nothing malformed there. */
  private static List<String> malformed(String parameter) {
    return parameter.equals("version")
        ? MALFORMED_IDS.stream().filter(id -> !id.equals("1")).toList()
        : MALFORMED_IDS;
  }

  /** Whether more than the usual body is taken, as of files; that bound is tried with it. */
  protected boolean hasBoundOfItsOwn(Operation operation) {
    return operation.takesFile();
  }

  @TestFactory
  Stream<DynamicTest> malformedBodiesAreToldWhatIsWrong() {
    return operations(Operation::takesBody)
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () -> {
                      for (String body : MALFORMED_BODIES) {
                        Reply reply = asOurselves(operation, body);
                        assertHarmless(operation, reply, body);
                      }
                      if (!hasBoundOfItsOwn(operation)) {
                        assertProblem(operation, asOurselves(operation, oversize()), 413);
                      }
                      assertProblem(
                          operation,
                          service()
                              .request(operation.method(), operation.at(randomIds(operation)))
                              .bearer(Tokens.organisation(OURS, EVERY_ROLE))
                              .header("Idempotency-Key", UUID.randomUUID().toString())
                              .body("image/png", new byte[] {1, 2, 3})
                              .send(),
                          415);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> wrongTypesAndHostileValuesInEveryFieldAreToldWhatIsWrong() {
    return operations(op -> op.takesBody() && op.example() != null)
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () -> {
                      for (JsonNode mutant : mutants(body(operation))) {
                        assertHarmless(
                            operation,
                            asOurselves(operation, mutant.toString()),
                            mutant.toString());
                      }
                    }));
  }

  private Stream<Operation> operations(java.util.function.Predicate<Operation> which) {
    List<Operation> operations = OpenApi.of(service()).operations().stream().filter(which).toList();
    return operations.stream();
  }

  private static JsonNode body(Operation operation) {
    JsonNode example = operation.example();
    return example == null ? JsonNodeFactory.instance.objectNode() : example;
  }

  private Reply asOurselves(Operation operation, String body) {
    return service()
        .request(operation.method(), operation.at(randomIds(operation)))
        .bearer(Tokens.organisation(OURS, EVERY_ROLE))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            operation.bodyTypes().isEmpty() ? "application/json" : operation.bodyTypes().getFirst(),
            body.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  private Reply call(Operation operation, Map<String, String> path, String token, JsonNode body) {
    var call =
        service()
            .request(operation.method(), operation.at(path))
            .bearer(token)
            .header("Idempotency-Key", UUID.randomUUID().toString());
    return (operation.takesBody() ? call.body(operation.bodyType(), operation.sent(body)) : call)
        .send();
  }

  /** Our own organisation, and ids of nothing. */
  private static Map<String, String> randomIds(Operation operation) {
    var ids = new LinkedHashMap<String, String>();
    for (String parameter : operation.pathParameters()) {
      ids.put(parameter, parameter.equals("org") ? OURS.toString() : UUID.randomUUID().toString());
    }
    return ids;
  }

  private static void assertHarmless(Operation operation, Reply reply, String sent) {
    String shown = sent.length() > 300 ? sent.substring(0, 300) + "…" : sent;
    assertThat(reply.status()).as("%s with %s: %s", operation, shown, reply.body()).isLessThan(500);
    if (reply.status() >= 400) {
      assertProblem(operation, reply, reply.status());
    }
  }

  private static void assertProblem(Operation operation, Reply reply, int status) {
    assertThat(reply.status()).as("%s: %s", operation, reply.body()).isEqualTo(status);
    assertThat(reply.header("Content-Type"))
        .as("%s: %s", operation, reply.body())
        .startsWith("application/problem+json");
    JsonNode problem = reply.json();
    assertThat(problem.path("type").asText()).startsWith("https://mikromerit.org/problems/");
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(reply.body())
        .doesNotContain("Exception", "\\tat ", "java.", "org.mikromerit.", "<html");
  }

  private static String oversize() {
    return "{\"a\":\"" + "x".repeat(300_000) + "\"}";
  }

  /**
   * The body with, one after another, each of its values replaced by what does not belong there.
   */
  private static List<JsonNode> mutants(JsonNode body) {
    var mutants = new ArrayList<JsonNode>();
    var nodes = JsonNodeFactory.instance;
    List<JsonNode> hostile =
        List.of(
            nodes.nullNode(),
            nodes.numberNode(-1),
            nodes.numberNode(9_007_199_254_740_993L),
            nodes.booleanNode(true),
            nodes.arrayNode(),
            nodes.objectNode(),
            nodes.textNode(""),
            nodes.textNode("\u0000"),
            nodes.textNode("=cmd|' /C calc'!A0"),
            nodes.textNode("<script>alert(1)</script>"),
            nodes.textNode("å".repeat(5_000)));
    for (String pointer : pointers(body, "")) {
      for (JsonNode value : hostile) {
        mutants.add(replaced(body, pointer, value));
      }
    }
    return mutants;
  }

  private static List<String> pointers(JsonNode node, String here) {
    var pointers = new ArrayList<String>();
    if (!here.isEmpty()) {
      pointers.add(here);
    }
    node.properties()
        .forEach(field -> pointers.addAll(pointers(field.getValue(), here + "/" + field.getKey())));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      pointers.addAll(pointers(node.get(i), here + "/" + i));
    }
    return pointers;
  }

  private static JsonNode replaced(JsonNode body, String pointer, JsonNode value) {
    JsonNode copy = body.deepCopy();
    int last = pointer.lastIndexOf('/');
    JsonNode parent = copy.at(pointer.substring(0, last));
    String name = pointer.substring(last + 1);
    if (parent instanceof ObjectNode object) {
      object.set(name, value);
    } else if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), value);
    }
    return copy;
  }

  private static Http service() {
    return new Http("http://localhost:" + RestAssured.port);
  }
}
