package org.mikromerit.platform.launcher;

import java.util.List;
import org.mikromerit.platform.keycloak.KeycloakServer;
import org.mikromerit.platform.launcher.Stack.Part;

/** Where to look, and as whom, once everything runs. */
record Welcome(Stack stack, Console console) {

  void say(List<Part> parts) {
    console.say("");
    for (Part part : parts) {
      if (!part.url().isEmpty()) {
        console.say("  %-22s %s%s".formatted(part.title(), part.url(), extra(part)));
      }
    }
    console.say("  %-22s %s".formatted("Kafka", stack.kafka().bootstrap()));
    console.say(
        "  %-22s localhost:%d (databases issuer, registry, verification, stacking)"
            .formatted("PostgreSQL", stack.postgres().port()));
    console.say("");
    console.say(
        """
          Demo sign-ins, for this machine only. Institutions get a token with their client id and
          the secret <client id>-secret: vardskolan, omsorgsakademin, snabbkurs; so do registrar
          and operator. People sign in through client "portal" with password demo: anna (vårdskolan),
          rut and rolf (registrar), petra (policy), olle (operator), lisa (learner).

            curl -s %s/protocol/openid-connect/token \\
              -d grant_type=client_credentials -d client_id=vardskolan -d client_secret=vardskolan-secret

          Keycloak's own administrator is %s; its password and all others lie in the state folder's
          secrets.properties. Next: ./mikromerit demo. To end: ./mikromerit down."""
            .formatted(stack.keycloak().realmUrl(), KeycloakServer.ADMIN));
  }

  private static String extra(Part part) {
    return part.name().equals(KeycloakServer.NAME) ? "" : "  (API: " + part.url() + "/openapi)";
  }
}
