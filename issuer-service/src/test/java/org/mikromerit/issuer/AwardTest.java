package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.events.EventData;
import org.mikromerit.events.Topic;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1;
import org.mikromerit.events.stack.StackBrokenV1;
import org.mikromerit.events.stack.StackCompletedV1;
import org.mikromerit.events.stack.StackRestoredV1;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class AwardTest {
  private static final String LEARNER = "nils@example.org";

  @Inject Jdbi jdbi;

  private final UUID pathway = UUID.randomUUID();
  private final TopicProbe topics = new TopicProbe();
  private Institution institution;
  private UUID definition;

  @BeforeEach
  void anInstitutionHasADefinition() {
    institution = Institution.authorised();
    definition = institution.publishedDefinition();
  }

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  @Tag("STK-3")
  void aCompletedPathwayIsAwardedNamingItsParts() {
    setRule("FLAG");
    List<UUID> parts = List.of(part(LEARNER), part(LEARNER));

    StackCompletedV1 stack = complete(parts, referenceOf(parts.getFirst()));

    CredentialIssuedV1 award = awarded(stack);
    String document = institution.get("/credentials/" + award.credentialId()).body();
    JsonNode json = Institution.object(document);
    assertThat(award.learnerRef()).isEqualTo(stack.learner());
    assertThat(award.award()).isNotNull();
    assertThat(json.at("/credentialSubject/identifier/0/identityHash").asText())
        .isEqualTo("Åsa Öberg-Ærø 🌻");
    assertThat(json.findValuesAsText("id"))
        .contains("urn:uuid:" + parts.getFirst(), "urn:uuid:" + parts.getLast());
    assertThat(Employer.of(topics, institution).verify(document))
        .contains(FindingCode.PROOF_HOLDS, FindingCode.PART_STANDING);
  }

  @Test
  @Tag("STK-3")
  void aCompletionToldAgainIsAwardedOnce() {
    setRule("FLAG");
    List<UUID> parts = List.of(part(LEARNER), part(LEARNER));
    StackCompletedV1 stack = complete(parts, referenceOf(parts.getFirst()));
    CredentialIssuedV1 award = awarded(stack);

    topics.publish(stack, 1);
    topics.publish(stack, 2);

    settle();
    assertThat(awardsOf(stack)).containsExactly(award);
    assertThat(institution.get("/credentials").json().at("/items")).hasSize(3);
  }

  @Test
  @Tag("STK-3")
  void aPartThatIsRevokedMakesNoAward() {
    setRule("FLAG");
    List<UUID> parts = List.of(part(LEARNER), part(LEARNER));
    String learner = referenceOf(parts.getFirst());
    var _ = institution.revoke(parts.getLast(), "error");

    StackCompletedV1 stack = complete(parts, learner);

    awaitState(stack, "REFUSED part-revoked");
    assertThat(awardsOf(stack)).isEmpty();
  }

  @Test
  @Tag("S4")
  void anotherLearnersPartMakesNoAward() {
    setRule("FLAG");
    List<UUID> parts = List.of(part(LEARNER), part("nora@example.org"));

    StackCompletedV1 stack = complete(parts, referenceOf(parts.getFirst()));

    awaitState(stack, "REFUSED part-of-another-learner");
  }

  @Test
  void aPartThatNobodyIssuedMakesNoAward() {
    setRule("FLAG");
    UUID part = part(LEARNER);

    StackCompletedV1 stack = complete(List.of(part, UUID.randomUUID()), referenceOf(part));

    awaitState(stack, "REFUSED part-unknown");
  }

  @Test
  void anAwardWaitsForItsRule() {
    UUID part = part(LEARNER);
    StackCompletedV1 stack = complete(List.of(part), referenceOf(part));
    awaitState(stack, "WAITING ");

    setRule("FLAG");

    assertThat(awarded(stack).definitionId()).isEqualTo(definition);
  }

  @Test
  @Tag("S4")
  void anotherInstitutionsPathwayIsNotAwardedByOurRule() {
    setRule("FLAG");
    UUID part = part(LEARNER);
    var other = Institution.authorised();

    StackCompletedV1 stack = completion(other.id, List.of(part), referenceOf(part));
    topics.publish(stack, 1);

    awaitState(stack, "WAITING ");
    settle();
    awaitState(stack, "WAITING ");
  }

  @Test
  @Tag("STK-3")
  void aBrokenAwardIsRevokedWhereItsRuleSaysSo() {
    setRule("REVOKE");
    UUID part = part(LEARNER);
    StackCompletedV1 stack = complete(List.of(part), referenceOf(part));
    CredentialIssuedV1 award = awarded(stack);

    topics.publish(broken(stack, part), 2);

    awaitState(stack, "REVOKED ");
    assertThat(institution.revoke(award.credentialId(), "error").status()).isEqualTo(409);
  }

  @Test
  @Tag("STK-3")
  void anAwardThatASuspendedPartBreaksIsNotRevokedUntilThePartIs() {
    setRule("REVOKE");
    UUID part = part(LEARNER);
    StackCompletedV1 stack = complete(List.of(part), referenceOf(part));
    CredentialIssuedV1 award = awarded(stack);
    var _ = institution.suspend(part);

    topics.publish(broken(stack, part), 2);

    settle();
    awaitState(stack, "ISSUED ");
    assertThat(institution.revoke(part, "integrity-finding").status()).isEqualTo(200);
    awaitState(stack, "REVOKED ");
    assertThat(institution.revoke(award.credentialId(), "error").status()).isEqualTo(409);
  }

  @Test
  @Tag("STK-3")
  void aSuspendedPartIsAwardedOnceItIsReinstated() {
    UUID part = part(LEARNER);
    var _ = institution.suspend(part);
    StackCompletedV1 stack = complete(List.of(part), referenceOf(part));
    setRule("FLAG");
    settle();
    awaitState(stack, "WAITING ");

    var _ = institution.reinstate(part);

    assertThat(awarded(stack).award()).isNotNull();
  }

  @Test
  @Tag("STK-3")
  void aBrokenAwardIsOtherwiseLeftAsItIs() {
    setRule("FLAG");
    UUID part = part(LEARNER);
    StackCompletedV1 stack = complete(List.of(part), referenceOf(part));
    CredentialIssuedV1 award = awarded(stack);

    topics.publish(broken(stack, part), 2);

    settle();
    awaitState(stack, "ISSUED ");
    assertThat(institution.revoke(award.credentialId(), "error").status()).isEqualTo(200);
  }

  @Test
  @Tag("STK-3")
  void whatBreaksBeforeItsAwardWaitsUntilItIsWhole() {
    UUID part = part(LEARNER);
    StackCompletedV1 stack = complete(List.of(part), referenceOf(part));
    awaitState(stack, "WAITING ");
    topics.publish(broken(stack, part), 2);
    awaitState(stack, "BROKEN ");
    setRule("FLAG");
    settle();
    awaitState(stack, "BROKEN ");

    topics.publish(restored(stack, part), 3);

    assertThat(awarded(stack).award()).isNotNull();
  }

  @Test
  @Tag("S4")
  void aRuleAwardsDefinitionsOfItsOwnInstitutionOnly() {
    UUID anothers = Institution.authorised().publishedDefinition();

    assertThat(
            institution
                .put(
                    "/award-rules/" + pathway,
                    "{\"definition\":\"" + anothers + "\",\"brokenAward\":\"FLAG\"}")
                .status())
        .isEqualTo(404);
    assertThat(institution.get("/award-rules").json().at("/items")).isEmpty();
  }

  @Test
  @Tag("STK-5")
  void partsOfSeveralIdentifiersOfOneLearnerAreAwardedTogether() {
    setRule("FLAG");
    List<UUID> parts = List.of(part(someone()), part(someone()));
    UUID learner = UUID.randomUUID();
    link(parts.getFirst(), learner, 1);
    link(parts.getLast(), learner, 1);

    StackCompletedV1 stack = complete(parts, learner.toString());

    CredentialIssuedV1 award = awarded(stack);
    String document = institution.get("/credentials/" + award.credentialId()).body();
    assertThat(award.learnerRef()).isEqualTo(referenceOf(parts.getFirst()));
    assertThat(document).contains("Åsa Öberg-Ærø 🌻", parts.getFirst() + "", parts.getLast() + "");
  }

  @Test
  @Tag("STK-5")
  void anAwardWaitsUntilItIsKnownThatAllPartsAreTheLearners() {
    setRule("FLAG");
    List<UUID> parts = List.of(part(someone()), part(someone()));
    UUID learner = UUID.randomUUID();
    link(parts.getFirst(), learner, 1);
    StackCompletedV1 stack = complete(parts, learner.toString());
    settle();
    awaitState(stack, "WAITING ");

    link(parts.getLast(), learner, 1);

    assertThat(awarded(stack).award()).isNotNull();
  }

  @Test
  @Tag("STK-5")
  @Tag("S4")
  void aPartLinkedToAnotherLearnerOrToNobodyMakesNoAward() {
    setRule("FLAG");
    UUID learner = UUID.randomUUID();
    List<UUID> parts = List.of(part(someone()), part(someone()), part(someone()));
    link(parts.get(0), learner, 1);
    link(parts.get(1), UUID.randomUUID(), 1);
    link(parts.get(2), learner, 1);
    link(parts.get(2), null, 2);
    StackCompletedV1 another = complete(parts.subList(0, 2), learner.toString());
    StackCompletedV1 nobody =
        secondAttempt(List.of(parts.get(0), parts.get(2)), learner.toString());

    settle();

    assertThat(awardsOf(another)).isEmpty();
    assertThat(awardsOf(nobody)).isEmpty();
    awaitState(another, "WAITING ");
    awaitState(nobody, "WAITING ");
  }

  @Test
  @Tag("STK-5")
  void aPathwayThatIsCompletedAgainBecauseOfALinkIsAwardedOnce() {
    setRule("REVOKE");
    UUID part = part(someone());
    StackCompletedV1 before = complete(List.of(part), referenceOf(part));
    CredentialIssuedV1 award = awarded(before);
    UUID learner = UUID.randomUUID();
    link(part, learner, 1);

    StackCompletedV1 after = complete(List.of(part), learner.toString());
    awaitState(after, "ISSUED ");
    topics.publish(broken(before, part), 2);

    awaitState(before, "BROKEN ");
    assertThat(awardsOf(after)).isEmpty();
    assertThat(institution.get("/credentials").json().at("/items")).hasSize(2);
    assertThat(institution.revoke(award.credentialId(), "error").status()).isEqualTo(200);
  }

  @Test
  @Tag("S8")
  void anErasedLearnerIsAwardedNothing() {
    UUID part = part(someone());
    StackCompletedV1 stack = complete(List.of(part), referenceOf(part));
    jdbi.useHandle(
        sql ->
            sql.createUpdate("delete from learner_key where learner_ref = :ref")
                .bind("ref", referenceOf(part))
                .execute());

    setRule("FLAG");

    settle();
    awaitState(stack, "WAITING ");
  }

  private static String someone() {
    return UUID.randomUUID() + "@example.org";
  }

  /** The registry says whose the identifier is that a part was issued to; null for nobody's. */
  private void link(UUID part, @Nullable UUID learner, long sequence) {
    var since = Instant.parse("2026-06-01T08:00:00Z");
    topics.publish(
        new LearnerLinkChangedV1(
            referenceOf(part), List.of(new LearnerLinkChangedV1.LearnerSince(learner, since))),
        sequence);
    Await.until("the link is known", () -> sequence == knownLinks(referenceOf(part)));
  }

  /** The sequence of the newest link that was applied. */
  private long knownLinks(String reference) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select sequence from entity_version
                     where topic = 'mm.learner-link.v1' and subject = :reference
                    """)
                .bind("reference", reference)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  private void setRule(String brokenAward) {
    var reply =
        institution.put(
            "/award-rules/" + pathway,
            "{\"definition\":\"" + definition + "\",\"brokenAward\":\"" + brokenAward + "\"}");
    assertThat(reply.status()).isEqualTo(200);
  }

  private UUID part(String learner) {
    return institution.issued(Institution.orderFor(definition, learner));
  }

  /** What the register and stacking know the learner by. */
  private String referenceOf(UUID credential) {
    return Await.untilPresent(
        "the part was announced",
        () ->
            topics.read(Topic.CREDENTIAL, CredentialIssuedV1.class).stream()
                .filter(event -> event.data().credentialId().equals(credential))
                .map(event -> event.data().learnerRef())
                .findFirst()
                .orElse(null));
  }

  private StackCompletedV1 complete(List<UUID> parts, String learner) {
    StackCompletedV1 stack = completion(institution.id, parts, learner);
    topics.publish(stack, 1);
    return stack;
  }

  private StackCompletedV1 secondAttempt(List<UUID> parts, String learner) {
    var stack =
        new StackCompletedV1(
            UUID.randomUUID(), pathway, 1, institution.id, learner, 2, parts, Instant.now());
    topics.publish(stack, 1);
    return stack;
  }

  private StackCompletedV1 completion(UUID organisation, List<UUID> parts, String learner) {
    return new StackCompletedV1(
        UUID.randomUUID(), pathway, 1, organisation, learner, 1, parts, Instant.now());
  }

  private static EventData broken(StackCompletedV1 stack, UUID because) {
    return new StackBrokenV1(
        stack.stackId(),
        stack.pathwayId(),
        stack.pathwayVersion(),
        stack.organisationId(),
        stack.learner(),
        stack.attempt(),
        null,
        because,
        Instant.now());
  }

  private static EventData restored(StackCompletedV1 stack, UUID because) {
    return new StackRestoredV1(
        stack.stackId(),
        stack.pathwayId(),
        stack.pathwayVersion(),
        stack.organisationId(),
        stack.learner(),
        stack.attempt(),
        null,
        because,
        Instant.now());
  }

  private CredentialIssuedV1 awarded(StackCompletedV1 stack) {
    return Await.untilPresent(
        "the award was announced", () -> awardsOf(stack).stream().findFirst().orElse(null));
  }

  private List<CredentialIssuedV1> awardsOf(StackCompletedV1 stack) {
    return topics.read(Topic.CREDENTIAL, CredentialIssuedV1.class).stream()
        .map(event -> event.data())
        .filter(data -> data.award() != null && data.award().stackId().equals(stack.stackId()))
        .toList();
  }

  /** Waits until a later completion has been awarded, so that what came before it was looked at. */
  private void settle() {
    var later = Institution.authorised();
    UUID laterPathway = UUID.randomUUID();
    UUID laterDefinition = later.publishedDefinition();
    var _ =
        later.put(
            "/award-rules/" + laterPathway,
            "{\"definition\":\"" + laterDefinition + "\",\"brokenAward\":\"FLAG\"}");
    UUID part = later.issued(Institution.order(laterDefinition));
    var stack =
        new StackCompletedV1(
            UUID.randomUUID(),
            laterPathway,
            1,
            later.id,
            referenceOf(part),
            1,
            List.of(part),
            Instant.now());
    topics.publish(stack, 1);
    var _ = awarded(stack);
  }

  private void awaitState(StackCompletedV1 stack, String state) {
    Await.untilAsserted("the award is " + state, () -> assertThat(stateOf(stack)).isEqualTo(state));
  }

  private String stateOf(StackCompletedV1 stack) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select state || ' ' || coalesce(reason, '') from award where stack = :stack")
                .bind("stack", stack.stackId())
                .mapTo(String.class)
                .findOne()
                .orElse(""));
  }
}
