package org.mikromerit.issuer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.testkit.contract.TenancyContract;
import org.mikromerit.testkit.http.OpenApi.Operation;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class TenancyTest extends TenancyContract {
  @Override
  protected Optional<Belonging> belonging(Operation operation) {
    Institution owner = Institution.authorised();
    var definition = owner.publishedDefinition();
    String id = thing(operation, owner, definition).toString();
    return Optional.of(
        new Belonging(
            Map.of(
                "org",
                owner.id.toString(),
                "id",
                id,
                "version",
                "1",
                "right",
                operation.path().contains("{right}")
                    ? owner.granted(definition, Institution.authorised()).toString()
                    : "",
                "key",
                owner.get("/keys").json().at("/items/0/id").asText(),
                "credential",
                operation.path().contains("{credential}")
                    ? owner.givenCredential(UUID.fromString(id)).toString()
                    : "",
                "pathway",
                "0190b5aa-1b2c-7d3e-8f40-5162738495a6"),
            owner.token()));
  }

  private static UUID thing(Operation operation, Institution owner, UUID definition) {
    if (operation.path().contains("/batches/")) {
      var batches = new BatchClient(owner, definition);
      return BatchClient.idOf(
          batches.send(
              "given_name,family_name,identifier_type,identifier,awarded_at\na,b,c,d,e"
                  .getBytes(StandardCharsets.UTF_8)));
    }
    if (operation.path().contains("/issuers/")) {
      return owner.instance("web", false);
    }
    return operation.path().contains("/credentials/")
        ? owner.issued(Institution.order(definition))
        : definition;
  }
}
