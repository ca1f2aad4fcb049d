package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.verification.Employer.awaitVerdict;
import static org.mikromerit.verification.Employer.finding;
import static org.mikromerit.verification.Employer.outcome;
import static org.mikromerit.verification.Employer.post;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.proof.HolderChallenge;
import org.mikromerit.credential.sdjwt.KeyBinding;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** What somebody learns who posts a credential of which its holder shows a part. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
@Tag("CTRL-2")
class SelectiveDisclosureTest {
  private static final String TYPE = "application/vc+sd-jwt";
  private static final SigningKey HOLDER = SoftwareKey.generate(KeyType.P256, new SecureRandom());
  private static final HolderChallenge CHALLENGE =
      new HolderChallenge("https://employer.example/åäö", "n-0S6_WzA2Mj");
  private static final String NAME = "/credentialSubject/identifier/0";

  private final TopicProbe topics = new TopicProbe();
  private final UUID credential = UUID.randomUUID();
  private School school;

  @BeforeEach
  void aSchoolThatIsKnown() {
    school = School.authorised(topics, KeyType.P256);
    awaitVerdict(school.issues(UUID.randomUUID(), 1), "VALID");
  }

  @AfterEach
  void closeTopics() {
    topics.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {TYPE, "application/sd-jwt", "application/vc"})
  @Tag("VER-1")
  void itIsJudgedLikeADocumentWhicheverPartIsShown(String type) {
    SdJwt whole = issued();

    Reply all = post(whole.text(), type);
    Reply nothing = post(whole.showing(List.of()).text() + "\n", type);

    assertThat(conclusion(all)).as(all.body()).isEqualTo("VALID");
    assertThat(all.json().path("credential").path("holderName").asText()).startsWith("Åsa Öberg");
    assertThat(conclusion(nothing)).as(nothing.body()).isEqualTo("VALID");
    assertThat(nothing.json().path("credential").has("holderName")).isFalse();
    assertThat(nothing.body()).doesNotContain("Öberg");
  }

  @Test
  void whatIsEnvelopedIsTheTextWithin() {
    String envelope =
        "{\"@context\":\"https://www.w3.org/ns/credentials/v2\",\"type\":\"EnvelopedVerifiableCredential\",\"id\":\"data:%s,%s\"}"
            .formatted(TYPE, issued().showing(List.of(NAME)).text());

    assertThat(conclusion(post(envelope, "application/vc"))).isEqualTo("VALID");
  }

  @Test
  @Tag("R3")
  void whatWasTakenBackIsInvalidHoweverLittleIsShown() {
    String little = issued().showing(List.of()).text();

    school.announceRevoked(credential);

    assertThat(outcome(awaitVerdict(little, "INVALID"), "status")).isEqualTo("FAILED");
  }

  @Test
  @Tag("S3")
  void whatWasNotSignedIsNotShown() {
    SdJwt whole = issued();
    String other =
        school
            .issuesSelective(UUID.randomUUID(), 3, Optional.empty())
            .disclosures()
            .getFirst()
            .text();
    String first = whole.disclosures().getFirst().text();

    for (String changed :
        List.of(
            whole.text() + other + "~",
            whole.text() + first + "~",
            whole.text().replace(first, other),
            whole.text().replace(first, first.substring(1)),
            whole.text() + "~")) {
      Reply reply = post(changed, TYPE);

      assertThat(reply.status()).as(changed).isEqualTo(200);
      assertThat(conclusion(reply)).as(changed).isEqualTo("INVALID");
      assertThat(reply.json().has("credential")).as(changed).isFalse();
    }
  }

  // Without the last tilde the last disclosure stands where its holder's signature would.
  @Test
  @Tag("S3")
  void aDisclosureIsNoSignatureOfTheHolder() {
    String whole = issued().text();

    assertThat(conclusion(post(whole.substring(0, whole.length() - 1), TYPE))).isEqualTo("INVALID");
  }

  @Test
  @Tag("S3")
  void whatAnotherSignedIsNotTheSchools() {
    var stranger = new School(topics);
    String foreign = stranger.issuesSelective(credential, 4, Optional.empty()).text();

    assertThat(conclusion(post(foreign, TYPE))).isEqualTo("UNDECIDED");
  }

  @Test
  @Tag("VER-2")
  void whoShowsItIsTheHolderIfTheySignedForWhoAsks() {
    Reply reply = asked(bound(HOLDER, CHALLENGE).text(), CHALLENGE);

    assertThat(conclusion(reply)).as(reply.body()).isEqualTo("VALID");
    assertThat(code(reply)).isEqualTo("holder-binding-shown");
  }

  @Test
  void whatIsBoundToNobodySaysSo() {
    assertThat(code(post(issued().text(), TYPE))).isEqualTo("not-bound-to-holder");
    assertThat(code(post(school.issues(credential, 5), "application/vc")))
        .isEqualTo("not-bound-to-holder");
    assertThat(code(post(school.issuesToken(credential, 5), "application/vc+jwt")))
        .isEqualTo("not-bound-to-holder");
  }

  @Test
  void whatIsBoundAndNotShownToBeIsAWarning() {
    Reply reply = post(boundTo(HOLDER).text(), TYPE);

    assertThat(conclusion(reply)).isEqualTo("VALID_WITH_WARNINGS");
    assertThat(code(reply)).isEqualTo("holder-binding-not-shown");
  }

  @Test
  void aSignatureForSomebodyWhoDidNotSayWhatForIsUndecided() {
    Reply reply = post(bound(HOLDER, CHALLENGE).text(), TYPE);

    assertThat(conclusion(reply)).isEqualTo("UNDECIDED");
    assertThat(code(reply)).isEqualTo("holder-binding-not-asked");
  }

  @Test
  @Tag("S3")
  void anothersSignatureOrOneForAnotherOccasionIsInvalid() {
    SigningKey thief = SoftwareKey.generate(KeyType.P256, new SecureRandom());
    var earlier = new HolderChallenge(CHALLENGE.audience(), "earlier");
    var elsewhere = new HolderChallenge("https://other.example", CHALLENGE.nonce());
    var broken = new ArrayList<String>();
    broken.add(bound(thief, CHALLENGE).text());
    broken.add(bound(HOLDER, earlier).text());
    broken.add(bound(HOLDER, elsewhere).text());
    broken.add(
        KeyBinding.bind(boundTo(HOLDER), HOLDER, CHALLENGE, Instant.now().minusSeconds(600))
            .text());

    for (String each : broken) {
      Reply reply = asked(each, CHALLENGE);

      assertThat(conclusion(reply)).isEqualTo("INVALID");
      assertThat(code(reply)).isEqualTo("holder-binding-broken");
    }
  }

  @Test
  void whoAsksForASignatureAndGetsNoneIsToldSo() {
    for (String each :
        List.of(boundTo(HOLDER).text(), issued().text(), school.issues(credential, 6))) {
      Reply reply = asked(each, CHALLENGE);

      assertThat(conclusion(reply)).isEqualTo("INVALID");
      assertThat(code(reply)).isEqualTo("holder-binding-missing");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"audience=me", "nonce=1", "audience=me&nonce=", "audience=%20&nonce=1"})
  void anAudienceNeedsItsNonceAndTheReverse(String query) {
    Reply reply = postWith(query, issued().text(), TYPE);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "~~~~", "a~b", "{~}"})
  void whatIsNoSdJwtIsRefused(String body) {
    assertThat(post(body, TYPE).status()).isEqualTo(400);
  }

  @Test
  @Tag("S2")
  void whatIsTooLargeIsRefused() {
    assertThat(post("ey." + "~".repeat(300_000), TYPE).status()).isEqualTo(413);
    assertThat(conclusion(post("ey." + "~".repeat(200_000), TYPE))).isEqualTo("INVALID");
  }

  private SdJwt issued() {
    return school.issuesSelective(credential, 2, Optional.empty());
  }

  private SdJwt boundTo(SigningKey holder) {
    return school.issuesSelective(credential, 2, Optional.of(holder)).showing(List.of(NAME));
  }

  private SdJwt bound(SigningKey signer, HolderChallenge challenge) {
    return KeyBinding.bind(boundTo(HOLDER), signer, challenge, Instant.now());
  }

  private static Reply asked(String body, HolderChallenge challenge) {
    String query =
        "audience=%s&nonce=%s"
            .formatted(
                URLEncoder.encode(challenge.audience(), StandardCharsets.UTF_8),
                URLEncoder.encode(challenge.nonce(), StandardCharsets.UTF_8));
    return postWith(query, body, body.startsWith("{") ? "application/vc" : TYPE);
  }

  private static Reply postWith(String query, String body, String type) {
    return new Http("http://localhost:" + RestAssured.port)
        .post("/verify?" + query)
        .body(type, body.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  private static String conclusion(Reply reply) {
    return reply.json().path("conclusion").asText();
  }

  private static String code(Reply reply) {
    JsonNode holder = finding(reply.json(), "holder-binding");
    return holder.path("code").asText();
  }
}
