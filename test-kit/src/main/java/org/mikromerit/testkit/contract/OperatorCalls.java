package org.mikromerit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.identity.Tokens;

/** What an operator does with the service under test. */
final class OperatorCalls {
  private OperatorCalls() {}

  static JsonNode read(String path) {
    var reply = service().get(path).bearer(Tokens.of(Roles.OPERATOR)).send();
    assertThat(reply.status()).as("%s: %s", path, reply.body()).isEqualTo(200);
    return reply.json();
  }

  /** Asks for something that is then under way. */
  static JsonNode begin(String path, String json) {
    var reply = service().post(path).bearer(Tokens.of(Roles.OPERATOR)).json(json).send();
    assertThat(reply.status()).as("%s: %s", path, reply.body()).isEqualTo(202);
    return reply.json();
  }

  private static Http service() {
    return new Http("http://localhost:" + RestAssured.port);
  }
}
