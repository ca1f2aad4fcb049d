package org.mikromerit.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.mikromerit.platform.Secrets;
import org.mikromerit.platform.keycloak.KeycloakServer;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;

/**
 * The installation's own Keycloak: tokens for those it knows, and new clients for a world that a
 * journey makes up.
 */
public final class Realm {
  private static final String TOKEN = "/realms/mikromerit/protocol/openid-connect/token";
  private static final String ADMIN = "/admin/realms/mikromerit";

  private final Http keycloak;
  private final Installation installation;

  public Realm(Installation installation) {
    this.installation = installation;
    this.keycloak = installation.keycloak();
  }

  /** A token of a client whose secret is its id's. */
  public String token(String client) {
    return token(client, client + "-secret");
  }

  String token(String client, String secret) {
    return accessToken(
        form(
            TOKEN,
            "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret));
  }

  /** A token of a demo person. */
  String signIn(String person) {
    return accessToken(
        form(TOKEN, "grant_type=password&client_id=portal&username=" + person + "&password=demo"));
  }

  /** Makes a client for an organisation of a made-up world, and gives its token. */
  String newInstitution(UUID organisation, String... roles) {
    String client = "journey-" + organisation;
    expect(201, admin("POST", "/clients", client(client, client + "-secret", organisation)));
    String id = admin("GET", "/clients?clientId=" + client, "").json().get(0).path("id").asText();
    String account =
        admin("GET", "/clients/" + id + "/service-account-user", "").json().path("id").asText();
    var wanted = new StringBuilder("[");
    for (String role : roles) {
      JsonNode found = admin("GET", "/roles/" + role, "").json();
      wanted.append(wanted.length() > 1 ? "," : "").append(found);
    }
    expect(204, admin("POST", "/users/" + account + "/role-mappings/realm", wanted + "]"));
    return token(client);
  }

  /** A token of an organisation of a made-up world, for what takes longer than the first holds. */
  public String token(Institution institution) {
    return token("journey-" + institution.id());
  }

  /** Makes a learner's account with an e-mail address, and gives its token. */
  String newLearner(String email, boolean verified) {
    String name = "learner-" + UUID.randomUUID();
    expect(201, admin("POST", "/users", person(name, email, verified)));
    String id =
        admin("GET", "/users?exact=true&username=" + name, "").json().get(0).path("id").asText();
    JsonNode role = admin("GET", "/roles/learner", "").json();
    expect(204, admin("POST", "/users/" + id + "/role-mappings/realm", "[" + role + "]"));
    return signIn(name);
  }

  /** Makes an account for somebody who works for an organisation, and gives its user name. */
  String newStaff(UUID organisation, String... roles) {
    String name = "staff-" + UUID.randomUUID();
    ObjectNode person = Institution.JSON.createObjectNode();
    person.put("username", name).put("enabled", true).put("firstName", "Ällan");
    person.put("lastName", "D’Arcy").put("email", name + "@example.org").put("emailVerified", true);
    person.putObject("attributes").putArray("organisation").add(organisation.toString());
    person
        .putArray("credentials")
        .addObject()
        .put("type", "password")
        .put("value", "demo")
        .put("temporary", false);
    expect(201, admin("POST", "/users", person.toString()));
    String id =
        admin("GET", "/users?exact=true&username=" + name, "").json().get(0).path("id").asText();
    for (String role : roles) {
      JsonNode found = admin("GET", "/roles/" + role, "").json();
      expect(204, admin("POST", "/users/" + id + "/role-mappings/realm", "[" + found + "]"));
    }
    return name;
  }

  /** Verifies an account's e-mail address, and gives its new token. */
  String verify(String email) {
    JsonNode found = admin("GET", "/users?exact=true&email=" + email, "").json().get(0);
    ObjectNode person = found.deepCopy();
    person.put("emailVerified", true);
    expect(204, admin("PUT", "/users/" + found.path("id").asText(), person.toString()));
    return signIn(found.path("username").asText());
  }

  private static String person(String name, String email, boolean verified) {
    return """
        {"username": "%s", "enabled": true, "firstName": "Åsa", "lastName": "Öberg",
         "email": "%s", "emailVerified": %s,
         "credentials": [{"type": "password", "value": "demo", "temporary": false}]}
        """
        .formatted(name, email, verified);
  }

  private static String client(String id, String secret, UUID organisation) {
    return """
        {"clientId": "%s", "secret": "%s", "publicClient": false, "serviceAccountsEnabled": true,
         "standardFlowEnabled": false,
         "protocolMappers": [{"name": "organisation", "protocol": "openid-connect",
           "protocolMapper": "oidc-hardcoded-claim-mapper",
           "config": {"claim.name": "organisation", "claim.value": "%s", "jsonType.label": "String",
                      "access.token.claim": "true"}}]}
        """
        .formatted(id, secret, organisation);
  }

  private Reply admin(String method, String path, String body) {
    var call = keycloak.request(method, ADMIN + path).bearer(adminToken());
    return (body.isEmpty() ? call : call.json(body)).send();
  }

  private String adminToken() {
    String password = new Secrets(installation.home()).password("keycloak-admin");
    return accessToken(
        form(
            "/realms/master/protocol/openid-connect/token",
            "grant_type=password&client_id=admin-cli&username="
                + KeycloakServer.ADMIN
                + "&password="
                + password));
  }

  private Reply form(String path, String fields) {
    return keycloak
        .post(path)
        .body("application/x-www-form-urlencoded", fields.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  private static String accessToken(Reply reply) {
    expect(200, reply);
    return reply.json().path("access_token").asText();
  }

  private static void expect(int status, Reply reply) {
    if (reply.status() != status) {
      throw new AssertionError("Keycloak answered " + reply.status() + ": " + reply.body());
    }
  }
}
