package org.mikromerit.issuer.status;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.issuer.organisation.OrganisationAuthorised;
import org.mikromerit.issuer.signing.Signer;
import org.mikromerit.issuer.signing.Signers;
import org.mikromerit.issuer.status.StatusLists.Bits;
import org.mikromerit.issuer.status.StatusLists.Publication;
import org.mikromerit.issuer.status.StatusLists.StatusList;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.identity.Ids;

/**
 * An organisation gets a list, signed and announced blank before any credential has a place in it.
 */
@ApplicationScoped
class OpenStatusList {
  private static final int SEED_BYTES = 32;

  /** Its signed form still fits into an event, however many bits are set. */
  private static final int MOST_PLACES = 1_048_576;

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

  void checkCapacity(@Observes StartupEvent starting) {
    int capacity = config.capacity();
    if (capacity < StatusBits.FEWEST || capacity > MOST_PLACES || capacity % Byte.SIZE != 0) {
      throw new IllegalStateException("mikromerit.status.capacity is no size for a status list");
    }
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
            config.suspension() ? ids.next() : null,
            organisation,
            lists.newestNumber(organisation) + 1,
            config.capacity(),
            seed,
            clock.instant());
    lists.add(list, blank(list, signer.get()));
    audit.recordBySystem(organisation, "status-list.opened", "status-list", list.id(), Map.of());
    return Optional.of(list);
  }

  private List<Publication> blank(StatusList list, Signer signer) {
    var none = new Bits(new BitSet(), new BitSet());
    return Stream.of(list.id(), list.suspensions())
        .filter(Objects::nonNull)
        .map(published -> sign.sign(list, published, 1, none, signer, list.createdAt()))
        .toList();
  }
}
