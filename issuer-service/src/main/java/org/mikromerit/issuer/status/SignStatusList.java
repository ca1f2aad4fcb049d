package org.mikromerit.issuer.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.credential.status.StatusListCredential;
import org.mikromerit.credential.status.StatusListToken;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.credential.status.TokenStatuses;
import org.mikromerit.events.statuslist.StatusListPublishedV1;
import org.mikromerit.issuer.signing.PublicAddress;
import org.mikromerit.issuer.signing.Signer;
import org.mikromerit.issuer.status.StatusLists.Bits;
import org.mikromerit.issuer.status.StatusLists.Publication;
import org.mikromerit.issuer.status.StatusLists.StatusList;
import org.mikromerit.kit.outbox.Outbox;

/** Signs a list as it stands and announces it. */
@ApplicationScoped
class SignStatusList {
  private final PublicAddress address;
  private final StatusConfig config;
  private final Outbox outbox;
  private final InstantSource clock;

  SignStatusList(PublicAddress address, StatusConfig config, Outbox outbox, InstantSource clock) {
    this.address = address;
    this.config = config;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The signed list, announced under its version; the caller stores it in the same transaction.
   *
   * @param published the id under which it is published, which says what the bits mean
   * @param notBefore when its earlier version was signed
   */
  Publication sign(
      StatusList list, UUID published, int version, Bits bits, Signer signer, Instant notBefore) {
    // Replicas' clocks differ, and verifiers refuse a list that is older than the one before it.
    Instant issuedAt = later(clock.instant(), notBefore);
    Instant validUntil = issuedAt.plus(config.validity());
    StatusPurpose purpose = list.purposeOf(published);
    var unsigned =
        new StatusListCredential(
                address.statusList(published),
                signer.did(),
                purpose,
                StatusBits.of(
                    switch (purpose) {
                      case REVOCATION -> bits.revoked();
                      case SUSPENSION -> bits.suspended();
                    },
                    list.capacity()),
                issuedAt,
                validUntil)
            .unsigned();
    byte[] credential = signer.sign(unsigned, issuedAt);
    String token =
        switch (purpose) {
          case REVOCATION -> signer.sign(token(list, bits, issuedAt, validUntil));
          // A token has one list for both, which stands beside the revocations.
          case SUSPENSION -> null;
        };
    var publication = new Publication(published, version, credential, token, issuedAt, validUntil);
    outbox.announce(announcement(list, publication), version);
    return publication;
  }

  private StatusListToken token(StatusList list, Bits bits, Instant issuedAt, Instant validUntil) {
    return new StatusListToken(
        address.tokenStatusList(list.id()),
        TokenStatuses.of(bits.revoked(), bits.suspended(), list.capacity()),
        issuedAt,
        validUntil);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  static StatusListPublishedV1 announcement(StatusList list, Publication publication) {
    return new StatusListPublishedV1(
        publication.list(),
        list.organisation(),
        switch (list.purposeOf(publication.list())) {
          case REVOCATION -> org.mikromerit.events.statuslist.StatusPurpose.REVOCATION;
          case SUSPENSION -> org.mikromerit.events.statuslist.StatusPurpose.SUSPENSION;
        },
        publication.version(),
        new String(publication.credential(), StandardCharsets.UTF_8),
        publication.issuedAt(),
        publication.validUntil(),
        publication.token());
  }
}
