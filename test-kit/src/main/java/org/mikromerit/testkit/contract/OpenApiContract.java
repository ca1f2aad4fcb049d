package org.mikromerit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mikromerit.kit.replay.Replayable;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.OpenApi;
import org.mikromerit.testkit.http.OpenApi.Operation;
import org.mikromerit.testkit.identity.Tokens;

/**
 * The API description says what is true: every operation is described, and every example of a
 * request works as it stands.
 */
public abstract class OpenApiContract {
  private static final Set<String> KITS =
      Set.of("retryParked", "requestReplay", "requestExamination");

  /** A token that may do the operation; null for none. */
  protected abstract @Nullable String token(Operation operation);

  /**
   * Values for the operation's path, of things that are there and in the state that its example
   * needs.
   */
  protected abstract Map<String, String> pathParameters(Operation operation);

  /**
   * The example with ids of things that are there in place of its own; as it stands unless told
   * otherwise.
   */
  protected JsonNode prepared(Operation operation, JsonNode example) {
    return example;
  }

  @Test
  @Tag("PRV-10")
  void everyOperationHasANameASummaryATagAndItsAnswers() {
    List<Operation> operations = OpenApi.of(service()).operations();

    assertThat(operations).isNotEmpty();
    assertThat(operations)
        .allSatisfy(
            operation -> {
              assertThat(operation.id()).as("operationId of %s", operation).isNotBlank();
              assertThat(operation.node().path("summary").asText())
                  .as("summary of %s", operation)
                  .isNotBlank();
              assertThat(operation.node().path("tags")).as("tags of %s", operation).isNotEmpty();
              assertThat(operation.statuses()).as("answers of %s", operation).isNotEmpty();
            });
    assertThat(operations.stream().map(Operation::id)).doesNotHaveDuplicates();
  }

  @TestFactory
  @Tag("PRV-10")
  Stream<DynamicTest> everyExampleWorks() {
    return OpenApi.of(service()).operations().stream()
        .filter(Operation::takesBody)
        .filter(operation -> !isTheKits(operation) || !kitsExample(operation).isEmpty())
        // What it takes is tried with it.
        .filter(operation -> !operation.takesArchive())
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> execute(operation)));
  }

  private void execute(Operation operation) {
    JsonNode example = operation.example();
    assertThat(example).as("%s has an example of its body", operation).isNotNull();
    if (example == null) {
      return;
    }
    Map<String, String> path = isTheKits(operation) ? Map.of() : pathParameters(operation);
    var call =
        service()
            .request(operation.method(), operation.at(path))
            .bearer(isTheKits(operation) ? Tokens.of(Roles.OPERATOR) : token(operation))
            .body(
                operation.bodyType(),
                isTheKits(operation)
                    ? kitsExample(operation).getBytes(StandardCharsets.UTF_8)
                    : operation.sent(prepared(operation, example)));
    if (operation.takesHeader("Idempotency-Key")) {
      call.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    var reply = call.send();

    assertThat(reply.status()).as("%s: %s", operation, reply.body()).isBetween(200, 299);
    assertThat(operation.statuses())
        .as("described answers of %s", operation)
        .contains(Integer.toString(reply.status()));
  }

  /** Those that every service has: they need nothing of the service's own to be there. */
  private static boolean isTheKits(Operation operation) {
    return KITS.contains(operation.id());
  }

  /** Empty where this service has nothing to try it on. */
  private static String kitsExample(Operation operation) {
    String any = String.valueOf(operation.example());
    if (!operation.id().equals("requestReplay")) {
      return any;
    }
    return Arc.container().listAll(Replayable.class).stream()
        .map(each -> "{\"topic\":\"" + each.get().topic().topicName() + "\"}")
        .findFirst()
        .orElse("");
  }

  private static Http service() {
    return new Http("http://localhost:" + RestAssured.port);
  }
}
