package org.mikromerit.issuer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.events.EventCodec;
import org.mikromerit.events.Topic;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.events.delivery.DeliveryMadeV1;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class DeliveryTest {
  @Inject
  @ConfigProperty(name = "mikromerit.delivery-keys")
  String deliveryKeys;

  @Inject Jdbi jdbi;

  private final TopicProbe topics = new TopicProbe();

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  @Tag("LRN-1")
  void everyCredentialIsDeliveredInTheBytesThatWereSigned() throws Exception {
    var institution = Institution.authorised();

    Reply issued = institution.issue(Institution.order(institution.publishedDefinition()));

    UUID id = Institution.idOf(issued);
    DeliveryMadeV1 delivery = delivery(id);
    CredentialIssuedV1 announced = announced(id);
    assertThat(opened(delivery.document())).isEqualTo(issued.body());
    assertThat(delivery.digest()).isEqualTo(announced.digest());
    assertThat(delivery.learnerRef()).isEqualTo(announced.learnerRef());
    assertThat(delivery.organisationId()).isEqualTo(institution.id);
  }

  @Test
  @Tag("CTRL-2")
  void everyCredentialIsDeliveredSoThatItsHolderCanShowPartsOfIt() throws Exception {
    var institution = Institution.authorised();

    Reply issued = institution.issue(Institution.order(institution.publishedDefinition()));

    String sdJwt = delivery(Institution.idOf(issued)).sdJwt();
    SdJwt read = SdJwt.parse(opened(requireNonNull(sdJwt))).orElseThrow();
    assertThat(read.credential())
        .isEqualTo(
            JsonTree.object(StrictJson.parse(issued.body().getBytes(StandardCharsets.UTF_8)))
                .remove("proof")
                .build());
    assertThat(read.choices())
        .contains("/credentialSubject/identifier/0", "/credentialSubject/achievement/description");
  }

  @Test
  @Tag("S9")
  void whoHasNoDeliveryKeyReadsNobodysName() {
    var institution = Institution.authorised();

    Reply issued = institution.issue(Institution.order(institution.publishedDefinition()));

    DeliveryMadeV1 delivery = delivery(Institution.idOf(issued));
    var event = new String(EventCodec.toJson(delivery), StandardCharsets.UTF_8);
    // Long enough that no cipher text says them by chance.
    assertThat(event).doesNotContainIgnoringCase("Åsa", "Öberg", "example.org", "observed on");
  }

  @Test
  @Tag("R2")
  void aRepeatedRequestDeliversOnce() {
    var institution = Institution.authorised();
    var order = Institution.order(institution.publishedDefinition());
    UUID id = Institution.idOf(institution.issue(order, "once"));

    var _ = institution.issue(order, "once");

    UUID later = institution.issued(order);
    assertThat(delivery(later).learnerRef()).isEqualTo(delivery(id).learnerRef());
    assertThat(deliveries(id)).hasSize(1);
  }

  @Test
  @Tag("CTRL-1")
  void whatLeavesLeavesWithItsBasisAndPurpose() {
    var institution = Institution.authorised();
    UUID id = institution.issued(Institution.order(institution.publishedDefinition()));
    String learner = "learner:" + announced(id).learnerRef();
    assertThat(disclosures(id)).containsExactly("PUBLIC_TASK DELIVERY_TO_LEARNER " + learner);

    var _ = institution.get("/credentials/" + id);

    assertThat(disclosures(id))
        .containsExactly(
            "PUBLIC_TASK DELIVERY_TO_LEARNER " + learner,
            "PUBLIC_TASK INSTITUTION_RECORD organisation:" + institution.id);
  }

  @Test
  @Tag("CTRL-1")
  void whoIsToldNothingLeavesNoNoteOfADisclosure() {
    var institution = Institution.authorised();
    UUID id = institution.issued(Institution.order(institution.publishedDefinition()));
    var other = Institution.authorised();

    var _ = other.get("/credentials/" + id);

    assertThat(disclosures(id)).hasSize(1);
  }

  private List<String> disclosures(UUID credential) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select basis || ' ' || purpose || ' ' || recipient from disclosure
                     where subject_type = 'credential' and subject = :id order by at
                    """)
                .bind("id", credential.toString())
                .mapTo(String.class)
                .list());
  }

  private DeliveryMadeV1 delivery(UUID credential) {
    return Await.untilPresent(
        "it is delivered", () -> deliveries(credential).stream().findFirst().orElse(null));
  }

  private List<DeliveryMadeV1> deliveries(UUID credential) {
    return topics.read(Topic.DELIVERY, DeliveryMadeV1.class).stream()
        .map(event -> event.data())
        .filter(data -> data.credentialId().equals(credential))
        .toList();
  }

  private CredentialIssuedV1 announced(UUID credential) {
    return Await.untilPresent(
        "it is announced",
        () ->
            topics.read(Topic.CREDENTIAL, CredentialIssuedV1.class).stream()
                .map(event -> event.data())
                .filter(data -> data.credentialId().equals(credential))
                .findFirst()
                .orElse(null));
  }

  private String opened(String encrypted) throws Exception {
    var jwe = JWEObject.parse(encrypted);
    jwe.decrypt(
        new DirectDecrypter(
            Base64.getDecoder().decode(deliveryKeys.substring(deliveryKeys.indexOf('=') + 1))));
    return jwe.getPayload().toString();
  }
}
