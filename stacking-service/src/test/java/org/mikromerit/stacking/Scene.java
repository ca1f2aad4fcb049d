package org.mikromerit.stacking;

import static io.restassured.RestAssured.given;

import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventData;
import org.mikromerit.events.Topic;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1.StatusSince;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.events.stack.StackCompletedV1;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.Tokens;

/** An institution, its pathways over HTTP, and what the issuer says of learners, over Kafka. */
public final class Scene implements AutoCloseable {
  private static final String DIGEST = "ab".repeat(32);
  private static final Instant ISSUED_AT = Instant.parse("2026-03-02T10:00:00Z");
  private static final StatusSince REVOKED =
      new StatusSince(
          CredentialStatus.REVOKED, StatusReason.ERROR, Instant.parse("2026-04-01T10:00:00Z"));
  private static final StatusSince SUSPENDED =
      new StatusSince(
          CredentialStatus.SUSPENDED,
          StatusReason.UNDER_INVESTIGATION,
          Instant.parse("2026-04-01T10:00:00Z"));
  private static final StatusSince REINSTATED =
      new StatusSince(
          CredentialStatus.VALID, StatusReason.CLEARED, Instant.parse("2026-05-01T10:00:00Z"));

  public final UUID organisation = UUID.randomUUID();
  public final TopicProbe topics = new TopicProbe();

  public static String newLearner() {
    return "k1." + UUID.randomUUID().toString().replace("-", "");
  }

  public RequestSpecification asCreator() {
    return given()
        // What is awaited fails at first: that is nothing to print.
        .config(RestAssuredConfig.config().logConfig(LogConfig.logConfig()))
        .auth()
        .oauth2(Tokens.organisation(organisation, "creator"))
        .contentType("application/json");
  }

  public String pathways() {
    return "/organisations/" + organisation + "/pathways";
  }

  public UUID drafted(String rule) {
    return asCreator()
        .body(draft(rule))
        .post(pathways())
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("id");
  }

  public UUID published(String rule) {
    UUID pathway = drafted(rule);
    publish(pathway);
    return pathway;
  }

  public ValidatableResponse publish(UUID pathway) {
    return asCreator().post(pathways() + "/" + pathway + "/publication").then().statusCode(200);
  }

  public void redraft(UUID pathway, String rule) {
    asCreator().body(draft(rule)).put(pathways() + "/" + pathway + "/draft").then().statusCode(200);
  }

  public ValidatableResponse progress(UUID pathway, String learner) {
    return asCreator().get(pathways() + "/" + pathway + "/progress/" + learner).then();
  }

  public static String draft(String rule) {
    return "{\"title\":{\"sv\":\"Vård på väg ®\",\"en\":\"Care on its way 🌱\"},\"rule\":"
        + rule
        + "}";
  }

  public static String allOf(UUID... definitions) {
    return "{\"allOf\":" + parts(definitions) + "}";
  }

  public static String nOf(int n, UUID... definitions) {
    return "{\"nOf\":{\"n\":" + n + ",\"of\":" + parts(definitions) + "}}";
  }

  private static String parts(UUID... definitions) {
    return Arrays.stream(definitions)
        .map(definition -> "{\"part\":{\"definition\":\"" + definition + "\"}}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Tells of a new credential, and gives its id. */
  public UUID issue(String learner, UUID definition) {
    CredentialIssuedV1 issued = issued(learner, definition, null);
    topics.publish(issued, 1);
    return issued.credentialId();
  }

  /** Tells that the award of a stack was issued, as the issuer does. */
  public UUID issueAward(StackCompletedV1 stack, UUID definition) {
    CredentialIssuedV1 issued = issued(stack.learner(), definition, awardOf(stack));
    topics.publish(issued, 1);
    return issued.credentialId();
  }

  public static CredentialIssuedV1.Award awardOf(StackCompletedV1 stack) {
    return new CredentialIssuedV1.Award(
        stack.stackId(), stack.pathwayId(), stack.pathwayVersion(), stack.attempt(), stack.parts());
  }

  public CredentialIssuedV1 issued(
      String learner, UUID definition, CredentialIssuedV1.@Nullable Award award) {
    return issued(organisation, learner, definition, award, CredentialKind.MICRO_CREDENTIAL);
  }

  public static CredentialIssuedV1 issued(
      UUID organisation,
      String learner,
      UUID definition,
      CredentialIssuedV1.@Nullable Award award,
      CredentialKind kind) {
    boolean attended = kind == CredentialKind.ATTENDANCE;
    return new CredentialIssuedV1(
        UUID.randomUUID(),
        organisation,
        definition,
        1,
        learner,
        kind,
        attended ? CertificationLevel.PARTICIPATION : CertificationLevel.DEMONSTRATED,
        UUID.randomUUID(),
        DIGEST,
        Instant.parse("2026-03-01T10:00:00Z"),
        ISSUED_AT,
        UUID.randomUUID(),
        7,
        award,
        null);
  }

  public void revoke(UUID credential) {
    topics.publish(revoked(credential), 2);
  }

  public void suspend(UUID credential) {
    topics.publish(changed(credential, SUSPENDED), 2);
  }

  public void reinstate(UUID credential) {
    topics.publish(changed(credential, SUSPENDED, REINSTATED), 3);
  }

  public CredentialStatusChangedV1 revoked(UUID credential) {
    return changed(credential, REVOKED);
  }

  private CredentialStatusChangedV1 changed(UUID credential, StatusSince... changes) {
    StatusSince now = changes[changes.length - 1];
    var history = new ArrayList<StatusSince>();
    history.add(new StatusSince(CredentialStatus.VALID, null, ISSUED_AT));
    history.addAll(List.of(changes));
    return new CredentialStatusChangedV1(
        credential, organisation, now.status(), now.reason(), now.from(), history);
  }

  /** What was announced of a type about this learner, in order. */
  public <T extends EventData> List<T> announced(Class<T> type, String learner) {
    return topics.read(Topic.STACK, type).stream()
        .filter(event -> event.envelope().key().equals(learner))
        .map(Event::data)
        .toList();
  }

  @Override
  public void close() {
    topics.close();
  }
}
