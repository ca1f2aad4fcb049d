package org.mikromerit.registry.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.mikromerit.registry.ledger.CredentialFact;
import org.mikromerit.registry.ledger.Ledger;
import org.mikromerit.registry.portfolio.PortfolioEntry.Source;

/** A document comes from its issuer and is kept for the learner, whoever that turns out to be. */
@ApplicationScoped
public class TakeDelivery {
  private final DeliveryKeys keys;
  private final Ledger ledger;
  private final KeepDocument keepDocument;

  TakeDelivery(DeliveryKeys keys, Ledger ledger, KeepDocument keepDocument) {
    this.keys = keys;
    this.ledger = ledger;
    this.keepDocument = keepDocument;
  }

  /**
   * What the issuer sent.
   *
   * @param digest SHA-256 of the document, in hexadecimal
   * @param jwe the document, encrypted under the key
   */
  public record Delivery(
      UUID credential,
      UUID organisation,
      String learnerRef,
      String digest,
      String keyId,
      String jwe) {}

  /**
   * Keeps the document, once.
   *
   * @throws IllegalStateException if the delivery's key is not known here yet, or the ledger holds
   *     another document of this credential
   * @throws IllegalArgumentException if what was delivered is not what the delivery says it is
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void take(Delivery delivery) {
    HeldDocument document =
        HeldDocument.read(keys.open(delivery.keyId(), delivery.jwe()))
            .orElseThrow(
                () -> new IllegalArgumentException("The delivered document is no credential"));
    if (!document.credential().equals(delivery.credential())
        || !document.digest().equals(delivery.digest())) {
      throw new IllegalArgumentException("The delivered document is another than announced");
    }
    requireAsRegistered(delivery);
    keepDocument.keep(delivery.learnerRef(), document, Source.DELIVERED, delivery.organisation());
  }

  /** Where the register knows the credential already, it must be this very document. */
  private void requireAsRegistered(Delivery delivery) {
    for (CredentialFact fact : ledger.about(List.of(delivery.credential()))) {
      if (fact instanceof CredentialFact.Issued issued
          && !(issued.digest().equals(delivery.digest())
              && issued.issuer().equals(delivery.organisation()))) {
        throw new IllegalStateException("The ledger holds another document of this credential");
      }
    }
  }
}
