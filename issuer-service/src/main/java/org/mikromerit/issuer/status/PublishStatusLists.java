package org.mikromerit.issuer.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mikromerit.issuer.signing.Signer;
import org.mikromerit.issuer.signing.Signers;
import org.mikromerit.issuer.status.StatusLists.Bits;
import org.mikromerit.issuer.status.StatusLists.Publication;
import org.mikromerit.issuer.status.StatusLists.StatusList;

/** Signs anew the lists that changed, and those that would go stale. */
@ApplicationScoped
class PublishStatusLists {
  private static final Logger LOG = Logger.getLogger(PublishStatusLists.class);
  private static final int AT_ONCE = 50;

  private final StatusLists lists;
  private final Signers signers;
  private final SignStatusList sign;
  private final StatusConfig config;
  private final InstantSource clock;

  PublishStatusLists(
      StatusLists lists,
      Signers signers,
      SignStatusList sign,
      StatusConfig config,
      InstantSource clock) {
    this.lists = lists;
    this.signers = signers;
    this.sign = sign;
    this.config = config;
    this.clock = clock;
  }

  List<UUID> due() {
    Instant now = clock.instant();
    return lists.due(
        now.minus(config.signingInterval()), now.plus(config.validity().dividedBy(2)), AT_ONCE);
  }

  /** Does nothing where another replica is at it, which is why no leader is needed. */
  @Transactional
  public void publish(UUID id) {
    Optional<Publication> earlier = lists.lockPublication(id);
    if (earlier.isEmpty()) {
      return;
    }
    StatusList list = lists.get(id);
    Optional<Signer> signer = signers.of(list.organisation());
    if (signer.isEmpty()) {
      LOG.warnf("status list not signed: no key list=%s organisation=%s", id, list.organisation());
      return;
    }
    Bits bits = lists.settle(list, id);
    int version = earlier.get().version() + 1;
    lists.replace(sign.sign(list, id, version, bits, signer.get(), earlier.get().issuedAt()));
  }
}
