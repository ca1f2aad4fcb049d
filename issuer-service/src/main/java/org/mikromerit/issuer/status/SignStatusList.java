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

  /** The signed list, announced under its version; the caller stores it in the same transaction. */
  Publication sign(StatusList list, int version, BitSet revoked, Signer signer) {
    Instant issuedAt = clock.instant();
    Instant validUntil = issuedAt.plus(config.validity());
    byte[] credential = compose(list, revoked, signer, issuedAt, validUntil);
    var publication = new Publication(list.id(), version, credential, issuedAt, validUntil);
    outbox.announce(announcement(list.organisation(), publication), version);
    return publication;
  }

  static StatusListPublishedV1 announcement(UUID organisation, Publication publication) {
    return new StatusListPublishedV1(
        publication.list(),
        organisation,
        StatusPurpose.REVOCATION,
        publication.version(),
        new String(publication.credential(), StandardCharsets.UTF_8),
        publication.issuedAt(),
        publication.validUntil());
  }

  private byte[] compose(
      StatusList list, BitSet revoked, Signer signer, Instant issuedAt, Instant validUntil) {
    var bits = StatusBits.blank(list.capacity()).withSet(() -> revoked.stream().iterator());
    var unsigned =
        new StatusListCredential(
                address.statusList(list.id()),
                signer.did(),
                org.mikromerit.credential.status.StatusPurpose.REVOCATION,
                bits,
                issuedAt,
                validUntil)
            .unsigned();
    return signer.sign(unsigned, issuedAt);
  }
}
