package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.events.Topic;
import org.mikromerit.events.organisationkey.KeyAlgorithm;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.issuer.signing.MakeKey;
import org.mikromerit.issuer.signing.Signers;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** An organisation signs with keys of several kinds, of which the first stays the usual one. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class KeyKindsTest {
  @Inject MakeKey makeKey;
  @Inject Signers signers;
  @Inject UserTransaction transaction;

  @Test
  void aKeyOfEachKindIsAnnouncedAsWhatItIs() throws Exception {
    var institution = Institution.authorised();

    make(institution, KeyAlgorithm.P256);
    make(institution, KeyAlgorithm.P384);

    try (var topics = new TopicProbe()) {
      Await.until("three keys were announced", () -> announced(topics, institution).size() == 3);
      assertThat(announced(topics, institution))
          .extracting(OrganisationKeyChangedV1::algorithm)
          .containsExactlyInAnyOrder(KeyAlgorithm.values());
      assertThat(announced(topics, institution))
          .allSatisfy(
              key -> {
                assertThat(key.verificationMethod())
                    .isEqualTo(Institution.did(institution.id) + "#" + key.publicKeyMultibase());
                assertThat(PublicKey.fromMultibase(key.publicKeyMultibase()).orElseThrow().type())
                    .isEqualTo(kind(key.algorithm()));
              });
    }
    assertThat(signers.of(institution.id).orElseThrow().key().algorithm())
        .isEqualTo(KeyAlgorithm.ED25519);
    assertThat(institution.get("/keys").json().findValuesAsText("algorithm"))
        .containsExactlyInAnyOrder("Ed25519", "P-256", "P-384");
  }

  @Test
  void thoseWhoMakeAKeyOfOneKindAtOnceMakeOne() {
    var institution = Institution.authorised();

    try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        var _ = all.submit(() -> make(institution, KeyAlgorithm.P256));
      }
    }

    assertThat(institution.get("/keys").json().findValuesAsText("algorithm"))
        .containsExactlyInAnyOrder("Ed25519", "P-256");
  }

  private Object make(Institution institution, KeyAlgorithm algorithm) throws Exception {
    transaction.begin();
    makeKey.ifNone(institution.id, algorithm);
    transaction.commit();
    return institution;
  }

  private static List<OrganisationKeyChangedV1> announced(
      TopicProbe topics, Institution institution) {
    return topics.read(Topic.ORGANISATION_KEY, OrganisationKeyChangedV1.class).stream()
        .map(event -> event.data())
        .filter(key -> key.organisationId().equals(institution.id))
        .toList();
  }

  private static KeyType kind(KeyAlgorithm algorithm) {
    return switch (algorithm) {
      case ED25519 -> KeyType.ED25519;
      case P256 -> KeyType.P256;
      case P384 -> KeyType.P384;
    };
  }
}
