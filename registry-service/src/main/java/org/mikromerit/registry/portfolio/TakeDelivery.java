package org.mikromerit.registry.portfolio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.registry.ledger.CredentialFact;
import org.mikromerit.registry.ledger.Ledger;
import org.mikromerit.registry.portfolio.KeepDocument.Arrived;
import org.mikromerit.registry.portfolio.PortfolioEntry.Source;

/**
 * Documents come from their issuers and are kept for the learners, whoever those turn out to be.
 */
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
   * @param sdJwt the same credential as SD-JWT, encrypted so too; null where there is none
   */
  public record Delivery(
      UUID credential,
      UUID organisation,
      String learnerRef,
      String digest,
      String keyId,
      String jwe,
      @Nullable String sdJwt) {}

  /**
   * Keeps the documents, each of another credential, once.
   *
   * @throws IllegalStateException if a delivery's key is not known here yet, or the ledger holds
   *     another document of its credential
   * @throws IllegalArgumentException if what was delivered is not what the delivery says it is
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void take(List<Delivery> deliveries) {
    List<Arrived> documents = deliveries.stream().map(this::open).toList();
    requireAsRegistered(deliveries);
    var _ = keepDocument.keep(documents);
  }

  private Arrived open(Delivery delivery) {
    HeldDocument document =
        HeldDocument.read(keys.open(delivery.keyId(), delivery.jwe()))
            .orElseThrow(
                () -> new IllegalArgumentException("The delivered document is no credential"));
    if (!document.credential().equals(delivery.credential())
        || !document.digest().equals(delivery.digest())) {
      throw new IllegalArgumentException("The delivered document is another than announced");
    }
    return new Arrived(
        delivery.learnerRef(),
        document,
        Source.DELIVERED,
        delivery.organisation(),
        sdJwt(delivery));
  }

  /** Whether it says what the document says is looked at when somebody wants to show it. */
  private @Nullable SdJwt sdJwt(Delivery delivery) {
    String jwe = delivery.sdJwt();
    return jwe == null
        ? null
        : SdJwt.parse(new String(keys.open(delivery.keyId(), jwe), US_ASCII))
            .orElseThrow(() -> new IllegalArgumentException("The delivered SD-JWT is none"));
  }

  /** Where the register knows a credential already, it must be this very document. */
  private void requireAsRegistered(List<Delivery> deliveries) {
    Map<UUID, Delivery> delivered =
        deliveries.stream().collect(toMap(Delivery::credential, identity()));
    for (CredentialFact fact : ledger.about(delivered.keySet())) {
      Delivery delivery = requireNonNull(delivered.get(fact.credential()));
      if (fact instanceof CredentialFact.Issued issued
          && !(issued.digest().equals(delivery.digest())
              && issued.issuer().equals(delivery.organisation()))) {
        throw new IllegalStateException("The ledger holds another document of this credential");
      }
    }
  }
}
