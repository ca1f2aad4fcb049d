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

  /** The registrar who prepares. */
  public static String rut() {
    return Tokens.person("rut", Roles.REGISTRAR);
  }

  /** The registrar who decides. */
  public static String rolf() {
    return Tokens.person("rolf", Roles.REGISTRAR);
  }

  /**
   * Rut prepares the decision and Rolf takes it; the answer is Rolf's, or Rut's if she got none.
   */
  public static Response decide(UUID organisation, String verdict, String reason) {
    Response prepared = prepare(rut(), organisation, verdict, reason);
    return prepared.statusCode() == 200 ? take(rolf(), organisation, verdict) : prepared;
  }

  public static Response prepare(
      String registrar, UUID organisation, String verdict, String reason) {
    return post(
        registrar,
        organisation,
        "review",
        "{\"proposal\": \"%s\", \"reason\": \"%s\"}".formatted(verdict, reason));
  }

  public static Response take(String registrar, UUID organisation, String verdict) {
    return post(registrar, organisation, "decision", "{\"decision\": \"%s\"}".formatted(verdict));
  }

  public static Response suspend(String registrar, UUID organisation, String reason) {
    return post(registrar, organisation, "suspension", "{\"reason\": \"%s\"}".formatted(reason));
  }

  /** What the bearer of a token asks for at a path below an organisation. */
  public static Response post(String token, UUID organisation, String path, String body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/organisations/" + organisation + "/" + path);
  }

  public static UUID anApplicant(String name) {
    UUID organisation = UUID.randomUUID();
    String application =
        """
        {"name": "%s", "country": "SE", "governanceModel": "AUTONOMOUS",
         "contactUrl": "https://vardskolan.example/kontakt"}
        """
            .formatted(name);
    apply(organisation, application).then().statusCode(201);
    return organisation;
  }

  public static UUID anAuthorisedOrganisation(String name) {
    UUID organisation = anApplicant(name);
    decide(organisation, "AUTHORISE", "Beslut").then().statusCode(200);
    return organisation;
  }

  /** The id of an accreditation that stands. */
  public static String anAccreditation(UUID organisation) {
    return post(
            rut(),
            organisation,
            "accreditations",
            """
            {"scheme": "Yrkeshögskolan", "body": "MYH", "validFrom": "2026-01-01T00:00:00Z"}
            """)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
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
