package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.http.OpenApi;
import org.mikromerit.testkit.http.OpenApi.Operation;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

/** No personal data leaves without a recorded basis and purpose, at whatever address. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
@Tag("CTRL-1")
class DisclosureTest {
  private static final String CANARY = "Kanariefågel";

  @Inject Jdbi jdbi;

  private Institution institution;
  private UUID definition;
  private UUID credential;

  @BeforeEach
  void aCredentialIsIssued() {
    institution = Institution.authorised();
    definition = institution.publishedDefinition();
    credential = institution.issued(order());
  }

  @Test
  void whateverIsReadAndNamesALearnerIsNoted() {
    List<Operation> naming =
        OpenApi.of(Institution.service()).operations().stream()
            .filter(operation -> operation.method().equals("GET"))
            .filter(this::namesTheLearnerAndIsNoted)
            .toList();

    assertThat(naming.stream().map(Operation::id)).containsExactly("readCredential");
  }

  @Test
  void aFirstAnswerGivenAgainIsNoted() {
    ObjectNode order = order();
    UUID repeated = Institution.idOf(institution.issue(order, "again"));
    int before = disclosures(repeated);

    Reply again = institution.issue(order, "again");

    assertThat(again.body()).contains(CANARY);
    assertThat(disclosures(repeated)).isEqualTo(before + 1);
  }

  private boolean namesTheLearnerAndIsNoted(Operation operation) {
    int before = disclosures(credential);
    Reply reply =
        Institution.service()
            .get(operation.at(parameters(operation)))
            .bearer(Tokens.organisation(institution.id, "creator", "issuer", "operator", "learner"))
            .send();
    boolean names = reply.body().contains(CANARY);
    assertThat(disclosures(credential)).as("%s", operation).isEqualTo(before + (names ? 1 : 0));
    return names;
  }

  private Map<String, String> parameters(Operation operation) {
    var parameters = new HashMap<String, String>();
    operation.pathParameters().forEach(name -> parameters.put(name, credential + ""));
    parameters.put("org", institution.id + "");
    if (operation.path().contains("/definitions/")) {
      parameters.put("id", definition + "");
    }
    parameters.put("version", "1");
    return parameters;
  }

  private ObjectNode order() {
    ObjectNode order = Institution.order(definition);
    ((ObjectNode) order.get("recipient")).put("familyName", CANARY);
    return order;
  }

  private int disclosures(UUID of) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select count(*) from disclosure
                     where subject_type = 'credential' and subject = :id
                    """)
                .bind("id", of.toString())
                .mapTo(Integer.class)
                .one());
  }
}
