package org.mikromerit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mikromerit.testkit.contract.WhoMayCall.Reach;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.OpenApi;
import org.mikromerit.testkit.http.OpenApi.Operation;
import org.mikromerit.testkit.identity.Tokens;

/**
 * Every operation of a service's OpenAPI document, for every role, for every kind of tenant: what
 * {@code who-may-call.txt} says is what happens. An operation that the table lacks fails the build.
 */
public abstract class TenancyContract {
  private static final List<String> ROLES =
      List.of(
          "creator",
          "issuer",
          "registrar",
          "policy-admin",
          "sector-body",
          "learner",
          "caseworker",
          "employment-service",
          "operator");

  /** The problems by which somebody is turned away for who they are. */
  private static final Set<String> TURNED_AWAY =
      Set.of("unauthenticated", "forbidden", "tenant-mismatch");

  private static final UUID OWNER = UUID.randomUUID();
  private static final UUID NEIGHBOUR = UUID.randomUUID();

  /**
   * Values for the operation's path that name things which are there and belong to the organisation
   * under {@code org}; empty where the operation names none of an organisation's things.
   *
   * @return with the token of the owner under {@code owner}
   */
  protected abstract Optional<Belonging> belonging(Operation operation);

  /**
   * Something of an organisation.
   *
   * @param path values for the operation's path, its owner under {@code org}
   * @param owner the owner's token
   */
  public record Belonging(Map<String, String> path, String owner) {}

  @Test
  @Tag("S4")
  void everyOperationIsInTheTableAndNothingElse() {
    List<String> described =
        OpenApi.of(service()).operations().stream().map(Operation::toString).sorted().toList();

    assertThat(WhoMayCall.of(getClass()).operations()).containsExactlyElementsOf(described);
  }

  @TestFactory
  @Tag("S4")
  Stream<DynamicTest> everyOperationIsForThoseInTheTableAndForNobodyElse() {
    WhoMayCall table = WhoMayCall.of(getClass());
    return OpenApi.of(service()).operations().stream()
        .filter(table::knows)
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.toString(),
                    () -> assertThat(contradictions(operation, table)).isEmpty()));
  }

  @TestFactory
  @Tag("S4")
  Stream<DynamicTest> nobodyReachesAnothersThingThroughTheirOwnOrganisation() {
    WhoMayCall table = WhoMayCall.of(getClass());
    return OpenApi.of(service()).operations().stream()
        .filter(operation -> operation.pathParameters().size() > 1)
        .filter(operation -> operation.pathParameters().contains("org"))
        .filter(table::knows)
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.toString(), () -> reach(operation, table.of(operation).reach())));
  }

  private List<String> contradictions(Operation operation, WhoMayCall table) {
    var contradictions = new ArrayList<String>();
    for (Caller caller : callers(table.of(operation))) {
      Http.Reply reply = call(operation, path(operation), caller.token());
      String problem = turnedAway(reply);
      if (!problem.equals(caller.expected())) {
        contradictions.add(
            "%s: expected to be %s, was %s (%d)"
                .formatted(
                    caller.name(),
                    caller.expected().isEmpty() ? "let in" : caller.expected(),
                    problem.isEmpty() ? "let in" : problem,
                    reply.status()));
      }
    }
    return contradictions;
  }

  /**
   * Somebody who tries.
   *
   * @param expected the problem by which they are turned away; empty if they are let in
   */
  private record Caller(String name, @Nullable String token, String expected) {}

  private static List<Caller> callers(WhoMayCall.Row row) {
    var callers = new ArrayList<Caller>();
    boolean open = row.reach() == Reach.EVERYONE;
    String[] all = ROLES.toArray(String[]::new);
    callers.add(new Caller("nobody", null, open ? "" : "unauthenticated"));
    if (open) {
      return callers;
    }
    callers.add(new Caller("what is no token", "no.token.atall", "unauthenticated"));
    callers.add(new Caller("an expired token", Tokens.expired(OWNER, all), "unauthenticated"));
    callers.add(new Caller("a forged token", Tokens.forged(OWNER, all), "unauthenticated"));
    callers.add(new Caller("no role", Tokens.organisation(OWNER), "forbidden"));
    for (String role : ROLES) {
      boolean wanted = row.roles().contains(role);
      callers.add(
          new Caller(
              role + " of the organisation",
              Tokens.organisation(OWNER, role),
              wanted ? "" : "forbidden"));
      String elsewhere =
          !wanted ? "forbidden" : row.reach() == Reach.OWN_ORGANISATION ? "tenant-mismatch" : "";
      callers.add(
          new Caller(
              role + " of another organisation", Tokens.organisation(NEIGHBOUR, role), elsewhere));
      callers.add(new Caller(role + " of no organisation", Tokens.of(role), elsewhere));
    }
    return callers;
  }

  private void reach(Operation operation, Reach reach) {
    Belonging belonging =
        belonging(operation)
            .orElseThrow(() -> new AssertionError("no belonging is given for " + operation));
    var path = new HashMap<>(belonging.path());
    if (operation.method().equals("GET")) {
      assertThat(call(operation, path, belonging.owner()).status())
          .as("the owner's own %s", operation)
          .isEqualTo(200);
    }
    path.put("org", NEIGHBOUR.toString());
    // Whoever may act on any organisation is none of the two.
    UUID from = reach == Reach.OWN_ORGANISATION ? NEIGHBOUR : UUID.randomUUID();
    String token = Tokens.organisation(from, ROLES.toArray(String[]::new));

    Http.Reply reply = call(operation, path, token);

    assertThat(reply.status()).as("%s: %s", operation, reply.body()).isEqualTo(404);
  }

  private static Map<String, String> path(Operation operation) {
    var path = new HashMap<String, String>();
    operation
        .pathParameters()
        .forEach(name -> path.put(name, name.equals("org") ? OWNER.toString() : anyId()));
    return path;
  }

  private static String anyId() {
    return UUID.randomUUID().toString();
  }

  private static Http.Reply call(
      Operation operation, Map<String, String> path, @Nullable String token) {
    Http.Call call =
        service()
            .request(operation.method(), operation.at(path))
            .bearer(token)
            .header("Idempotency-Key", UUID.randomUUID().toString());
    JsonNode example = operation.example();
    if (operation.takesBody()) {
      call.body(
          operation.bodyTypes().getFirst(),
          example == null ? new byte[] {'{', '}'} : operation.sent(example));
    }
    return call.send();
  }

  private static String turnedAway(Http.Reply reply) {
    if (reply.status() != 401 && reply.status() != 403) {
      return "";
    }
    String type = reply.json().path("type").asText();
    String slug = type.substring(type.lastIndexOf('/') + 1);
    return TURNED_AWAY.contains(slug) ? slug : "";
  }

  private static Http service() {
    return new Http("http://localhost:" + RestAssured.port);
  }
}
