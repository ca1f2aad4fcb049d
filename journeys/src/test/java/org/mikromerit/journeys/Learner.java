package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.mikromerit.testkit.http.Http.Reply;

/** A person of a journey's world with an account, and what they do over the public API. */
public final class Learner {
  private final Installation installation;
  private final String email;
  private final String token;

  private Learner(Installation installation, String email, String token) {
    this.installation = installation;
    this.email = email;
    this.token = token;
  }

  /** Somebody whose e-mail address the identity provider has verified. */
  public static Learner withVerifiedEmail(Installation installation) {
    return withEmail(installation, true);
  }

  /** Somebody who says that an address is theirs. */
  static Learner withUnverifiedEmail(Installation installation) {
    return withEmail(installation, false);
  }

  private static Learner withEmail(Installation installation, boolean verified) {
    String email = "learner-" + UUID.randomUUID() + "@example.org";
    return new Learner(installation, email, new Realm(installation).newLearner(email, verified));
  }

  /** The same person, once the identity provider has verified the address. */
  Learner verified() {
    return new Learner(installation, email, new Realm(installation).verify(email));
  }

  /** The same person at another installation, which does not know them. */
  Learner at(Installation other) {
    return new Learner(other, email, new Realm(other).newLearner(email, true));
  }

  String email() {
    return email;
  }

  /** A token of now, for what takes longer than the first holds. */
  String signIn() {
    return new Realm(installation).verify(email);
  }

  /** The same, of a person about whom nothing has changed. */
  public String signInAgain() {
    return new Realm(installation).signIn(email);
  }

  /** How an institution names them when it issues. */
  public ObjectNode recipient(World world) {
    ObjectNode recipient = world.learner();
    ObjectNode identifier = JsonNodeFactory.instance.objectNode();
    recipient.set("identifier", identifier.put("type", "email").put("value", email));
    return recipient;
  }

  Reply portfolio() {
    return installation.registry().get("/portfolio").bearer(token).send();
  }

  /** The ids of what they have. */
  List<String> credentials() {
    Reply reply = portfolio();
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return StreamSupport.stream(reply.json().path("items").spliterator(), false)
        .map(item -> item.path("id").asText())
        .toList();
  }

  /** One of what they have, as the list shows it. */
  JsonNode listed(String credential) {
    return StreamSupport.stream(portfolio().json().path("items").spliterator(), false)
        .filter(item -> item.path("id").asText().equals(credential))
        .findFirst()
        .orElseThrow();
  }

  Reply download(String credential) {
    return installation.registry().get("/portfolio/" + credential).bearer(token).send();
  }

  /** Everything they have, as the file that they get. */
  byte[] export() {
    return installation.registry().get("/portfolio/export").bearer(token).bytes();
  }

  /** Brings what they exported elsewhere, and gets the report. */
  JsonNode bring(byte[] export) {
    Reply reply =
        installation
            .registry()
            .post("/portfolio/imports")
            .bearer(token)
            .body("application/zip", export)
            .send();
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  Reply claim(String code) {
    return installation
        .issuer()
        .post("/claim")
        .bearer(token)
        .json(JsonNodeFactory.instance.objectNode().put("code", code).toString())
        .send();
  }
}
