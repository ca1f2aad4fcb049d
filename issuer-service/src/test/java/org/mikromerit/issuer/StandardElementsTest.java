package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** The eleven elements of the European standard: leave out any one, and you are told which. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class StandardElementsTest {

  @ParameterizedTest
  @Tag("NOT-1")
  @Tag("NOT-4")
  @CsvSource({
    "title, title, STANDARD-ELEMENT-MISSING",
    "country, country, STANDARD-ELEMENT-MISSING",
    "awardingBody, awarding-body, STANDARD-ELEMENT-MISSING",
    "outcomes, outcomes, STANDARD-ELEMENT-MISSING",
    "workload, workload, STANDARD-ELEMENT-MISSING",
    "level, level, STANDARD-ELEMENT-MISSING",
    "assessment, assessment, MC-NOT-ASSESSED",
    "participation, participation, STANDARD-ELEMENT-MISSING",
    "qualityAssurance, quality-assurance, MC-NOT-QA"
  })
  void aDefinitionWithoutOneIsNotPublished(String field, String element, String code) {
    var institution = Institution.authorised();
    var definition = Institution.definition();
    definition.remove(field);

    Reply reply = institution.published(definition);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/type").asText()).endsWith("/definition-incomplete");
    assertThat(StreamSupport.stream(reply.json().at("/errors").spliterator(), false))
        .singleElement()
        .satisfies(error -> assertNames(error, element, code));
  }

  @ParameterizedTest
  @CsvSource({"recipient, learner", "awardedAt, date"})
  void aCredentialWithoutOneIsNotIssued(String field, String element) {
    var institution = Institution.authorised();
    var order = Institution.order(institution.publishedDefinition());
    order.remove(field);

    Reply reply = institution.issue(order);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/type").asText()).endsWith("/credential-incomplete");
    assertThat(StreamSupport.stream(reply.json().at("/errors").spliterator(), false))
        .isNotEmpty()
        .allSatisfy(error -> assertNames(error, element, "STANDARD-ELEMENT-MISSING"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/givenName", "/familyName", "/identifier/value"})
  void whatIsMissingOfALearnerIsToldByItsOwnField(String field) {
    var institution = Institution.authorised();
    var order = Institution.order(institution.publishedDefinition());
    JsonPointer pointer = JsonPointer.compile("/recipient" + field);
    ((ObjectNode) order.at(pointer.head())).remove(pointer.last().getMatchingProperty());

    Reply reply = institution.issue(order);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/errors")).hasSize(1);
    assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo(pointer.toString());
  }

  private static void assertNames(JsonNode error, String element, String code) {
    assertThat(error.at("/element").asText()).isEqualTo(element);
    assertThat(error.at("/code").asText()).isEqualTo(code);
    assertThat(error.at("/field").asText()).startsWith("/");
    assertThat(error.at("/detail").asText()).isNotBlank();
  }
}
