package org.mikromerit.issuer.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Optional;
import org.mikromerit.events.delivery.DeliveryMadeV1;
import org.mikromerit.issuer.delivery.DeliveryKeys.Encrypted;
import org.mikromerit.issuer.issuance.CredentialSealed;
import org.mikromerit.issuer.issuance.IssuedCredential;
import org.mikromerit.kit.disclosure.Basis;
import org.mikromerit.kit.disclosure.Disclosures;
import org.mikromerit.kit.disclosure.Purpose;
import org.mikromerit.kit.outbox.Outbox;

/** Every credential goes to its learner's portfolio, by the transaction that issues it. */
@ApplicationScoped
class DeliverCredential {
  private final DeliveryKeys keys;
  private final Outbox outbox;
  private final Disclosures disclosures;
  private final InstantSource clock;

  DeliverCredential(
      DeliveryKeys keys, Outbox outbox, Disclosures disclosures, InstantSource clock) {
    this.keys = keys;
    this.outbox = outbox;
    this.disclosures = disclosures;
    this.clock = clock;
  }

  void whenSealed(@Observes CredentialSealed sealed) {
    IssuedCredential credential = sealed.credential();
    Encrypted document = keys.encrypt(credential.body());
    Optional<Encrypted> sdJwt =
        sealed.disclosable().map(each -> keys.encrypt(each.text().getBytes(US_ASCII)));
    outbox.announce(
        new DeliveryMadeV1(
            credential.id(),
            credential.organisation(),
            credential.learnerRef(),
            credential.digest(),
            document.keyId(),
            document.document(),
            clock.instant(),
            sdJwt.map(Encrypted::document).orElse(null)),
        1);
    disclosures.record(
        Basis.PUBLIC_TASK,
        Purpose.DELIVERY_TO_LEARNER,
        "learner:" + credential.learnerRef(),
        "credential",
        credential.id());
  }
}
