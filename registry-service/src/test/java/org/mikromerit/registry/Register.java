package org.mikromerit.registry;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.testkit.identity.Tokens;

/** What people do with the register, over HTTP. */
public final class Register {
  private Register() {}

  public static Response apply(UUID organisation, String application) {
    return given()
        .auth()
        .oauth2(Tokens.organisation(organisation, Roles.CREATOR))
        .contentType(ContentType.JSON)
        .body(application)
        .post("/organisations/{org}/application", organisation);
  }

  public static Response decide(UUID organisation, String decision) {
    return given()
        .auth()
        .oauth2(Tokens.of(Roles.REGISTRAR))
        .contentType(ContentType.JSON)
        .body(decision)
        .post("/organisations/{org}/decision", organisation);
  }

  public static UUID anApplicant(String name) {
    UUID organisation = UUID.randomUUID();
    String application =
        """
        {"name": "%s", "country": "SE", "governanceModel": "AUTONOMOUS"}
        """
            .formatted(name);
    apply(organisation, application).then().statusCode(201);
    return organisation;
  }

  public static UUID anAuthorisedOrganisation(String name) {
    UUID organisation = anApplicant(name);
    decide(organisation, "{\"decision\": \"AUTHORISE\"}").then().statusCode(200);
    return organisation;
  }

  /** The DID that the register of these tests gives. */
  public static String didOf(UUID organisation) {
    return "did:web:localhost%3A8082:organisations:" + organisation;
  }

  /** The service's own connections, under its own role. */
  public static Jdbi database() {
    return CDI.current().select(Jdbi.class).get();
  }
}
