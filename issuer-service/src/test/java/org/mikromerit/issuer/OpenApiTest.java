package org.mikromerit.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.mikromerit.testkit.contract.OpenApiContract;
import org.mikromerit.testkit.http.OpenApi.Operation;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class OpenApiTest extends OpenApiContract {
  private Institution institution;
  private UUID definition;

  @BeforeEach
  void anInstitutionHasADefinition() {
    institution = Institution.authorised();
    definition = institution.publishedDefinition();
  }

  @Override
  protected String token(Operation operation) {
    return operation.id().equals("claimCredential")
        ? Tokens.learner(UUID.randomUUID(), null, null)
        : institution.token();
  }

  @Override
  protected Map<String, String> pathParameters(Operation operation) {
    return Map.of(
        "org",
        institution.id.toString(),
        "id",
        id(operation),
        "pathway",
        UUID.randomUUID() + "",
        "right",
        operation.id().equals("changeRight") || operation.id().equals("withdrawRight")
            ? institution.granted(definition, Institution.authorised()).toString()
            : UUID.randomUUID().toString(),
        "key",
        institution.get("/keys").json().at("/items/0/id").asText());
  }

  private String id(Operation operation) {
    return switch (operation.id()) {
      case "redraftDefinition", "grantRight", "changeRight", "withdrawRight" ->
          definition.toString();
      case "revokeCredential", "suspendCredential" ->
          institution.issued(Institution.order(definition)).toString();
      case "reinstateCredential" -> suspended().toString();
      case "makeClaimCode" -> claimable().toString();
      case "issueGivenCredential", "setGivenCredentialStatus" ->
          instanceThatIssued(false).toString();
      case "issueOpenly", "setStatusOpenly" -> instanceThatIssued(true).toString();
      default -> "";
    };
  }

  private UUID suspended() {
    UUID credential = institution.issued(Institution.order(definition));
    var _ = institution.suspend(credential);
    return credential;
  }

  private UUID instanceThatIssued(boolean open) {
    UUID instance = institution.instance("web", open);
    var _ = institution.givenCredential(instance);
    return instance;
  }

  private UUID claimable() {
    ObjectNode order = Institution.order(definition);
    ((ObjectNode) order.get("recipient")).putObject("identifier").put("type", "claim-code");
    return institution.issued(order);
  }

  @Override
  protected JsonNode prepared(Operation operation, JsonNode example) {
    if (operation.takesFile()) {
      return example;
    }
    var prepared = (ObjectNode) example.deepCopy();
    switch (operation.id()) {
      case "issueCredential" ->
          ((ObjectNode) prepared.get("definition")).put("id", definition.toString());
      case "claimCredential" ->
          prepared.put(
              "code",
              institution
                  .post("/credentials/" + claimable() + "/claim-codes", "")
                  .json()
                  .at("/code")
                  .asText());
      case "grantRight" -> prepared.put("holder", Institution.authorised().id.toString());
      case "declareCompromise" -> prepared.put("since", Instant.now().toString());
      case "setAwardRule" -> prepared.put("definition", definition.toString());
      default -> {
        // As it stands.
      }
    }
    return prepared;
  }
}
