package org.mikromerit.registry.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.registry.organisation.PublicAddress;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class RegistryIdentityTest {
  @Inject RegistrySigner signer;

  @Test
  void theRegistryHasADidDocumentOfItsOwn() {
    var answer = given().get("/.well-known/did.json");

    answer
        .then()
        .statusCode(200)
        .contentType("application/did+json")
        .body("id", equalTo("did:web:localhost%3A8082"))
        .body("verificationMethod.id", hasItem(signer.method().url()))
        .body("assertionMethod", hasItem(signer.method().url()));
  }

  @Test
  void whatTheRegistrySignsIsCheckedByTheKeyThatItsDocumentNames() {
    byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);
    PublicKey published =
        PublicKey.fromMultibase(
                given()
                    .get("/.well-known/did.json")
                    .path(
                        "verificationMethod.find{it.id=='%s'}.publicKeyMultibase",
                        signer.method().url()))
            .orElseThrow();

    String signed = signer.sign("mikromerit-bundle+jwt", payload);

    assertThat(CompactJws.parse(signed).orElseThrow().payload("mikromerit-bundle+jwt", published))
        .hasValue(payload);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "c2hvcnQ=", "åäö"})
  void aKeyThatIsNoneIsRefusedWithoutBeingRepeated(String seed) {
    PublicAddress address = () -> URI.create("http://localhost:8082");

    assertThatThrownBy(() -> new RegistrySigner(Optional.of(seed), address))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MIKROMERIT_REGISTRY_KEY")
        .hasNoCause();
  }
}
