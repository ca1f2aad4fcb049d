package org.mikromerit.events.delivery;

import java.time.Instant;
import java.util.UUID;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;

/**
 * Someone who is signed in showed the claim code of a credential that was issued to nobody's
 * identifier. Follows the delivery of the same credential: sequence 2.
 *
 * @param learnerRef the random pseudonym that it was issued to
 * @param accountRef pseudonym of the account that claimed it
 */
public record DeliveryClaimedV1(
    UUID credentialId, UUID organisationId, String learnerRef, String accountRef, Instant claimedAt)
    implements EventData {

  public DeliveryClaimedV1 {
    Bounds.present(
        "credentialId", credentialId, "organisationId", organisationId, "claimedAt", claimedAt);
    Bounds.pseudonym("learnerRef", learnerRef);
    Bounds.pseudonym("accountRef", accountRef);
  }

  @Override
  public EventType eventType() {
    return EventType.DELIVERY_CLAIMED_V1;
  }

  @Override
  public String subject() {
    return credentialId.toString();
  }

  @Override
  public String partitionKey() {
    return learnerRef;
  }
}
