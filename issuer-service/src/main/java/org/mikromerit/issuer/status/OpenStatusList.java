package org.mikromerit.issuer.status;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.issuer.organisation.OrganisationAuthorised;
import org.mikromerit.issuer.signing.Signer;
import org.mikromerit.issuer.signing.Signers;
import org.mikromerit.issuer.status.StatusLists.StatusList;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.identity.Ids;

/**
 * An organisation gets a list, signed and announced blank before any credential has a place in it.
 */
@ApplicationScoped
class OpenStatusList {
  private static final int SEED_BYTES = 32;

  private final StatusLists lists;
  private final Signers signers;
  private final SignStatusList sign;
  private final StatusConfig config;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  OpenStatusList(
      StatusLists lists,
      Signers signers,
      SignStatusList sign,
      StatusConfig config,
      Audit audit,
      Ids ids,
      InstantSource clock) {
    this.lists = lists;
    this.signers = signers;
    this.sign = sign;
    this.config = config;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  void whenAuthorised(
      @Observes @Priority(OrganisationAuthorised.OPEN_STATUS_LISTS)
          OrganisationAuthorised authorised) {
    if (lists.newestNumber(authorised.organisation()) == 0) {
      var _ = open(authorised.organisation());
    }
  }

  /** Opens the organisation's next list; empty where it has no key to sign with. */
  Optional<StatusList> open(UUID organisation) {
    Optional<Signer> signer = signers.of(organisation);
    if (signer.isEmpty()) {
      return Optional.empty();
    }
    byte[] seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    var list =
        new StatusList(
            ids.next(),
            organisation,
            lists.newestNumber(organisation) + 1,
            config.capacity(),
            seed,
            clock.instant());
    lists.add(list, sign.sign(list, 1, new BitSet(), signer.get()));
    audit.recordBySystem(organisation, "status-list.opened", "status-list", list.id(), Map.of());
    return Optional.of(list);
  }
}
