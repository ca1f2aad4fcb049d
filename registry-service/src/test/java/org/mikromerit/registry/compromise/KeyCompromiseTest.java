package org.mikromerit.registry.compromise;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.Event;
import org.mikromerit.events.Topic;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.events.givencredential.GivenCredentialSignedV1;
import org.mikromerit.events.keycompromise.KeyCompromiseStatedV1;
import org.mikromerit.events.organisationkey.KeyAlgorithm;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.registry.Register;
import org.mikromerit.registry.publication.RegistrySigner;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
@Tag("S6")
class KeyCompromiseTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant MADE = Instant.parse("2026-01-15T08:00:00Z");

  @Inject RegistrySigner signer;

  private final UUID key = UUID.randomUUID();
  private TopicProbe topics;
  private UUID organisation;
  private String multibase;

  @BeforeEach
  void anOrganisationWithAKey() {
    topics = new TopicProbe();
    organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    multibase = SoftwareKey.generate(KeyType.ED25519, new SecureRandom()).publicKey().multibase();
    tellKey(1, null);
  }

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  @Tag("S7")
  void whatStoodInTheLedgerBeforeIsStatedAndWhatCameLaterIsNot() {
    CredentialIssuedV1 first = registered(key);
    CredentialIssuedV1 second = registered(key);
    CredentialIssuedV1 ofAnotherKey = registered(UUID.randomUUID());
    Instant since = now();
    CredentialIssuedV1 later = registered(key);

    tellKey(2, since);

    JsonNode stated = stated(1);
    assertThat(stated.path("key").asText()).endsWith("#" + multibase);
    assertThat(Instant.parse(stated.path("since").asText())).isEqualTo(since);
    assertThat(stated.path("registered").findValuesAsText("id"))
        .containsExactly(first.credentialId().toString(), second.credentialId().toString())
        .doesNotContain(ofAnotherKey.credentialId().toString(), later.credentialId().toString());
    assertThat(stated.path("registered").findValuesAsText("sha256"))
        .containsExactly(first.digest(), second.digest());
  }

  @Test
  @Tag("S7")
  void whatProgramsComposedIsStatedToo() {
    CredentialIssuedV1 first = registered(key);
    var signed =
        new GivenCredentialSignedV1(
            UUID.randomUUID(), organisation, key, Sha256.hex("as a program composed it"), MADE);
    topics.publish(signed, 1);
    awaitInLedger(signed.credentialId());

    tellKey(2, now());

    assertThat(stated(1).path("registered").findValuesAsText("sha256"))
        .containsExactly(first.digest(), signed.digest());
  }

  @Test
  void whereNothingWasRegisteredThatIsStatedToo() {
    tellKey(2, now());

    JsonNode stated = stated(1);

    assertThat(stated.path("registered")).isEmpty();
    assertThat(stated.path("parts").asInt()).isEqualTo(1);
  }

  @Test
  void foundOutToHaveBeenEarlierItIsStatedAnew() {
    Instant early = now();
    registered(key);
    tellKey(2, now());
    assertThat(stated(1).path("registered")).hasSize(1);

    tellKey(3, early);

    assertThat(stated(2).path("registered")).isEmpty();
    assertThat(Instant.parse(stated(2).path("since").asText())).isEqualTo(early);
  }

  @Test
  void aLaterMomentTakesNothingBack() {
    Instant early = now();
    tellKey(2, early);
    stated(1);
    registered(key);

    tellKey(3, now());
    tellKey(4, early);

    CredentialIssuedV1 mark = registered(UUID.randomUUID());
    assertThat(mark).isNotNull();
    assertThat(statements()).extracting(each -> each.envelope().sequence()).containsOnly(1L);
  }

  @Test
  void theStatementIsTheRegistrysOwn() {
    tellKey(2, now());

    KeyCompromiseStatedV1 announced = announced(1).data();

    CompactJws jws = CompactJws.parse(announced.statement()).orElseThrow();
    assertThat(jws.key()).isEqualTo(signer.method());
    assertThat(jws.payload("mikromerit-key-compromise+jwt", signer.publicKey())).isPresent();
    assertThat(announced.keyId()).isEqualTo(key);
    assertThat(announced.organisationId()).isEqualTo(organisation);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private CredentialIssuedV1 registered(UUID by) {
    var issued =
        new CredentialIssuedV1(
            UUID.randomUUID(),
            organisation,
            UUID.randomUUID(),
            3,
            "1.abcdefghijklmnopqrstuvwxyz",
            CredentialKind.MICRO_CREDENTIAL,
            CertificationLevel.DEMONSTRATED,
            by,
            Sha256.hex(UUID.randomUUID().toString()),
            MADE,
            MADE,
            UUID.randomUUID(),
            17,
            null,
            null);
    topics.publish(issued, 1);
    awaitInLedger(issued.credentialId());
    return issued;
  }

  private static void awaitInLedger(UUID credential) {
    Await.untilAsserted(
        "it stands in the ledger",
        () ->
            given()
                .queryParam("credential", credential)
                .get("/ledger")
                .then()
                .body("items", hasSize(1)));
  }

  private void tellKey(int version, @Nullable Instant revokedAt) {
    topics.publish(
        new OrganisationKeyChangedV1(
            key,
            organisation,
            Register.didOf(organisation) + "#" + multibase,
            multibase,
            KeyAlgorithm.ED25519,
            MADE,
            null,
            revokedAt),
        version);
  }

  private JsonNode stated(long version) {
    String statement = announced(version).data().statement();
    try {
      return JSON.readTree(
          CompactJws.parse(statement)
              .flatMap(jws -> jws.payload("mikromerit-key-compromise+jwt", signer.publicKey()))
              .orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Event<KeyCompromiseStatedV1> announced(long version) {
    return Await.untilPresent(
        "it is stated",
        () -> {
          Optional<Event<KeyCompromiseStatedV1>> found =
              statements().stream()
                  .filter(event -> event.envelope().sequence() == version)
                  .findFirst();
          return found.orElse(null);
        });
  }

  private List<Event<KeyCompromiseStatedV1>> statements() {
    return topics.read(Topic.KEY_COMPROMISE, KeyCompromiseStatedV1.class).stream()
        .filter(event -> event.data().keyId().equals(key))
        .toList();
  }
}
