package org.mikromerit.platform.launcher;

import java.util.List;
import org.mikromerit.platform.kafka.KafkaBroker;
import org.mikromerit.platform.keycloak.KeycloakServer;
import org.mikromerit.platform.launcher.Stack.Part;
import org.mikromerit.platform.postgres.PostgresServer;

/** Where to look, and as whom, once everything runs. */
record Welcome(Stack stack, Console console) {

  void say(List<Part> parts) {
    console.say("");
    parts.forEach(part -> console.say("  %-22s %s".formatted(part.title(), where(part))));
    if (parts.stream().anyMatch(part -> part.name().equals(KeycloakServer.NAME))) {
      console.say("");
      console.say(signIns());
    }
  }

  private String where(Part part) {
    return switch (part.name()) {
      case PostgresServer.NAME ->
          "localhost:%d, databases issuer, registry, verification, stacking"
              .formatted(stack.postgres().port());
      case KafkaBroker.NAME -> stack.kafka().bootstrap();
      case KeycloakServer.NAME -> part.url();
      case "portal" -> part.url() + "  (begin here)";
      default -> part.url() + "  (its API: " + part.url() + "/openapi)";
    };
  }

  private String signIns() {
    return """
      Demo sign-ins, for this machine only. Institutions get a token with their client id and
      the secret <client id>-secret: vardskolan, omsorgsakademin, snabbkurs; so do registrar
      and operator. People sign in at the portal with password demo: anna (Vårdskolan),
      rut and rolf (registrar), petra (policy), olle (operator), lisa, lars and lena (learners).

        curl -s %s/protocol/openid-connect/token \\
          -d grant_type=client_credentials -d client_id=vardskolan -d client_secret=vardskolan-secret

      Keycloak's own administrator is %s; its password and all others lie in the state folder's
      secrets.properties. Next: ./mikromerit demo. To end: ./mikromerit down."""
        .formatted(stack.keycloak().realmUrl(), KeycloakServer.ADMIN);
  }
}
