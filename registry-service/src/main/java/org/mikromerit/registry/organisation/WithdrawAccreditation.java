package org.mikromerit.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.kit.audit.Audit;

/** A registrar records that an accrediting body took its decision back. */
@ApplicationScoped
public class WithdrawAccreditation {
  private final Organisations organisations;
  private final Accreditations accreditations;
  private final AnnounceOrganisation announcement;
  private final Audit audit;
  private final InstantSource clock;

  WithdrawAccreditation(
      Organisations organisations,
      Accreditations accreditations,
      AnnounceOrganisation announcement,
      Audit audit,
      InstantSource clock) {
    this.organisations = organisations;
    this.accreditations = accreditations;
    this.announcement = announcement;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Ends it now; that it stood until now stays known.
   *
   * @param reason as it is published
   */
  @Transactional
  public Recording withdraw(UUID organisation, UUID accreditation, String reason, Registrar by) {
    if (by.belongsTo(organisation)) {
      return new Refused.OwnOrganisation(organisation);
    }
    return organisations
        .locked(organisation)
        .map(locked -> withdraw(locked, accreditation, reason))
        .orElseGet(() -> new Refused.NoSuchOrganisation(organisation));
  }

  private Recording withdraw(Organisation organisation, UUID id, String reason) {
    Accreditation standing = accreditations.find(organisation.id(), id).orElse(null);
    if (standing == null) {
      return new Refused.NoSuchAccreditation(id);
    }
    if (standing.withdrawal() != null) {
      return new Refused.AccreditationWithdrawn(id);
    }
    Accreditation withdrawn = standing.withdrawn(clock.instant(), reason);
    accreditations.withdraw(withdrawn);
    Organisation changed = organisation.touched();
    organisations.update(changed);
    announcement.announce(changed);
    audit.record(
        "accreditation.withdrawn", "accreditation", id, Map.of("organisation", organisation.id()));
    return new Recording.Recorded(withdrawn);
  }
}
