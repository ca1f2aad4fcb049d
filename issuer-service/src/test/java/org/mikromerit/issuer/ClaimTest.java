package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.Topic;
import org.mikromerit.events.delivery.DeliveryClaimedV1;
import org.mikromerit.events.delivery.DeliveryMadeV1;
import org.mikromerit.kit.pseudonym.Pseudonyms;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

/** Learners whom no identifier tells of. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class ClaimTest {
  private static final String WRONG = "7K3M-9QXT-A2VD-8WFN-JH4R-C6PB-Y5GE";

  @Inject Jdbi jdbi;

  private final UUID lena = UUID.randomUUID();
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
  @Tag("LRN-1")
  void whoShowsTheCodeHasTheCredential() {
    UUID credential = institution.issued(orderWithoutIdentifier());
    String code = code(credential);

    Reply claimed = claim(lena, code);

    assertThat(claimed.status()).isEqualTo(200);
    assertThat(claimed.json().at("/credentialId").asText()).isEqualTo(credential.toString());
    DeliveryClaimedV1 told = claimOf(credential);
    assertThat(told.accountRef()).isEqualTo(Pseudonyms.accountRef(lena.toString()));
    assertThat(told.learnerRef())
        .matches("c\\.[A-Za-z0-9_-]{43}")
        .isEqualTo(deliveredTo(credential));
    assertThat(told.organisationId()).isEqualTo(institution.id);
  }

  @Test
  void eachCredentialWithoutIdentifierHasAReferenceOfItsOwn() {
    UUID one = institution.issued(orderWithoutIdentifier());
    UUID other = institution.issued(orderWithoutIdentifier());

    assertThat(deliveredTo(one)).isNotEqualTo(deliveredTo(other));
  }

  @Test
  void aCodeThatIsReplacedUsedWrongOrTooOldGetsOneAndTheSameAnswer() {
    UUID replaced = institution.issued(orderWithoutIdentifier());
    String old = code(replaced);
    var _ = code(replaced);
    UUID used = institution.issued(orderWithoutIdentifier());
    String usedCode = code(used);
    assertThat(claim(lena, usedCode).status()).isEqualTo(200);
    UUID expired = institution.issued(orderWithoutIdentifier());
    String expiredCode = code(expired);
    expire(expired);

    List<Reply> replies =
        List.of(
            claim(lena, old),
            claim(lena, usedCode),
            claim(UUID.randomUUID(), usedCode),
            claim(lena, expiredCode),
            claim(lena, WRONG),
            claim(lena, "none"));

    assertThat(replies)
        .allSatisfy(
            reply -> {
              assertThat(reply.status()).isEqualTo(404);
              assertThat(reply.json().at("/type").asText()).endsWith("/claim-code-unknown");
            });
    assertThat(replies.stream().map(reply -> reply.json().at("/detail").asText()).distinct())
        .hasSize(1);
  }

  @Test
  @Tag("R1")
  void ofManyWhoShowOneCodeAtOnceOneHasTheCredential() throws Exception {
    UUID credential = institution.issued(orderWithoutIdentifier());
    String code = code(credential);

    List<Reply> replies = atOnce(12, code);

    assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
    assertThat(replies.stream().filter(reply -> reply.status() == 404)).hasSize(11);
  }

  @Test
  void whoIsWrongTooOftenIsToldNothingForAWhile() {
    UUID credential = institution.issued(orderWithoutIdentifier());
    String code = code(credential);
    IntStream.range(0, 10).forEach(n -> assertThat(claim(lena, WRONG).status()).isEqualTo(404));

    Reply reply = claim(lena, code);

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("Retry-After")).isEqualTo("3600");
    assertThat(claim(UUID.randomUUID(), code).status()).isEqualTo(200);
  }

  @Test
  void whoIsRightIsNotHeldUpByBeingRightOften() {
    List<String> codes =
        IntStream.range(0, 12)
            .mapToObj(n -> code(institution.issued(orderWithoutIdentifier())))
            .toList();

    assertThat(codes).allSatisfy(code -> assertThat(claim(lena, code).status()).isEqualTo(200));
  }

  @Test
  void oldAttemptsAreForgotten() {
    IntStream.range(0, 11).forEach(n -> claim(lena, WRONG));
    assertThat(claim(lena, WRONG).status()).isEqualTo(429);
    jdbi.useHandle(
        sql -> sql.execute("update claim_attempt set since = since - interval '2 hours'"));

    Reply reply = claim(lena, WRONG);

    assertThat(reply.status()).isEqualTo(404);
    List<String> kept =
        jdbi.withHandle(
            sql ->
                sql.createQuery("select account_ref from claim_attempt")
                    .mapTo(String.class)
                    .list());
    assertThat(kept).containsExactly(Pseudonyms.accountRef(lena.toString()));
  }

  @Test
  void neitherTheDatabaseNorTheAuditHoldsTheCode() {
    UUID credential = institution.issued(orderWithoutIdentifier());

    String code = code(credential);

    List<String> kept =
        jdbi.withHandle(
            sql ->
                sql.createQuery(
                        "select t::text from claim_code t union all select t::text from audit t")
                    .mapTo(String.class)
                    .list());
    assertThat(kept)
        .isNotEmpty()
        .noneMatch(row -> row.contains(code) || row.contains(code.replace("-", "")));
  }

  @Test
  void aCredentialThatHasItsLearnerHasNoCode() {
    UUID credential = institution.issued(Institution.order(definition));

    Reply reply = makeCode(institution, credential);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().at("/type").asText()).endsWith("/not-claimable");
  }

  @Test
  void aClaimedCredentialHasNoNewCode() {
    UUID credential = institution.issued(orderWithoutIdentifier());
    assertThat(claim(lena, code(credential)).status()).isEqualTo(200);

    Reply reply = makeCode(institution, credential);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().at("/type").asText()).endsWith("/already-claimed");
  }

  @Test
  @Tag("S4")
  void anotherInstitutionMakesNoCode() {
    UUID credential = institution.issued(orderWithoutIdentifier());

    assertThat(makeCode(Institution.authorised(), credential).status()).isEqualTo(404);
    assertThat(makeCode(institution, UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  @Tag("S4")
  void whoIsNoLearnerClaimsNothing() {
    String code = code(institution.issued(orderWithoutIdentifier()));

    assertThat(claimWith(institution.token(), code).status()).isEqualTo(403);
    assertThat(
            Institution.service()
                .post("/claim")
                .json("{\"code\":\"" + code + "\"}")
                .send()
                .status())
        .isEqualTo(401);
  }

  @Test
  void withoutACodeThereIsNothingToClaim() {
    String token = Tokens.learner(lena, null, null);

    for (String body : List.of("{}", "{\"code\":null}", "{\"code\":\" \"}")) {
      Reply reply = Institution.service().post("/claim").bearer(token).json(body).send();
      assertThat(reply.status()).as(body).isEqualTo(400);
    }
  }

  @Test
  void anIdentifierWithValueIsNoClaimCode() {
    ObjectNode order = orderWithoutIdentifier();
    ((ObjectNode) order.at("/recipient/identifier")).put("value", "lena@example.org");

    Reply reply = institution.issue(order);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("/recipient/identifier/value").doesNotContain("lena");
  }

  private ObjectNode orderWithoutIdentifier() {
    ObjectNode order = Institution.order(definition);
    ((ObjectNode) order.get("recipient")).putObject("identifier").put("type", "claim-code");
    return order;
  }

  private static Reply makeCode(Institution by, UUID credential) {
    return by.post("/credentials/" + credential + "/claim-codes", "");
  }

  private String code(UUID credential) {
    Reply made = makeCode(institution, credential);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Cache-Control")).isEqualTo("no-store");
    return made.json().at("/code").asText();
  }

  private static Reply claim(UUID account, String code) {
    return claimWith(Tokens.learner(account, null, null), code);
  }

  private static Reply claimWith(String token, String code) {
    return Institution.service()
        .post("/claim")
        .bearer(token)
        .json("{\"code\":\"" + code + "\"}")
        .send();
  }

  private static List<Reply> atOnce(int times, String code) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> futures =
          IntStream.range(0, times)
              .mapToObj(n -> executor.submit(() -> claim(UUID.randomUUID(), code)))
              .toList();
      var replies = new ArrayList<Reply>();
      for (Future<Reply> future : futures) {
        replies.add(future.get());
      }
      return replies;
    }
  }

  private void expire(UUID credential) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate("update claim_code set expires_at = made_at where credential = :id")
                .bind("id", credential)
                .execute());
  }

  private DeliveryClaimedV1 claimOf(UUID credential) {
    return Await.untilPresent(
        "the claim was told",
        () ->
            topics.read(Topic.DELIVERY, DeliveryClaimedV1.class).stream()
                .map(event -> event.data())
                .filter(data -> data.credentialId().equals(credential))
                .findFirst()
                .orElse(null));
  }

  private String deliveredTo(UUID credential) {
    return Await.untilPresent(
        "it was delivered",
        () ->
            topics.read(Topic.DELIVERY, DeliveryMadeV1.class).stream()
                .map(event -> event.data())
                .filter(data -> data.credentialId().equals(credential))
                .map(DeliveryMadeV1::learnerRef)
                .findFirst()
                .orElse(null));
  }
}
