package org.mikromerit.issuer.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.UUID;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.credential.status.StatusListCredential;
import org.mikromerit.events.statuslist.StatusListPublishedV1;
import org.mikromerit.events.statuslist.StatusPurpose;
import org.mikromerit.issuer.signing.PublicAddress;
import org.mikromerit.issuer.signing.Signer;
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
      StatusList list, UUID published, int version, BitSet set, Signer signer, Instant notBefore) {
    // Replicas' clocks differ, and verifiers refuse a list that is older than the one before it.
    Instant issuedAt = later(clock.instant(), notBefore);
    Instant validUntil = issuedAt.plus(config.validity());
    var unsigned =
        new StatusListCredential(
                address.statusList(published),
                signer.did(),
                list.purposeOf(published),
                StatusBits.of(set, list.capacity()),
                issuedAt,
                validUntil)
            .unsigned();
    byte[] credential = signer.sign(unsigned, issuedAt);
    var publication = new Publication(published, version, credential, issuedAt, validUntil);
    outbox.announce(announcement(list, publication), version);
    return publication;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  static StatusListPublishedV1 announcement(StatusList list, Publication publication) {
    return new StatusListPublishedV1(
        publication.list(),
        list.organisation(),
        switch (list.purposeOf(publication.list())) {
          case REVOCATION -> StatusPurpose.REVOCATION;
          case SUSPENSION -> StatusPurpose.SUSPENSION;
        },
        publication.version(),
        new String(publication.credential(), StandardCharsets.UTF_8),
        publication.issuedAt(),
        publication.validUntil());
  }
}
