package org.mikromerit.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.identity.Ids;

/** A registrar records what an accrediting body decided about an organisation. */
@ApplicationScoped
public class RecordAccreditation {
  /** All of them travel in every event of the organisation. */
  private static final int MOST = 100;

  private final Organisations organisations;
  private final Accreditations accreditations;
  private final AnnounceOrganisation announcement;
  private final Audit audit;
  private final Ids ids;

  RecordAccreditation(
      Organisations organisations,
      Accreditations accreditations,
      AnnounceOrganisation announcement,
      Audit audit,
      Ids ids) {
    this.organisations = organisations;
    this.accreditations = accreditations;
    this.announcement = announcement;
    this.audit = audit;
    this.ids = ids;
  }

  @Transactional
  public Recording record(UUID organisation, Accreditation.Terms terms, Registrar by) {
    if (by.belongsTo(organisation)) {
      return new Refused.OwnOrganisation(organisation);
    }
    return organisations
        .locked(organisation)
        .map(locked -> record(locked, terms))
        .orElseGet(() -> new Refused.NoSuchOrganisation(organisation));
  }

  private Recording record(Organisation organisation, Accreditation.Terms terms) {
    if (accreditations.of(List.of(organisation.id())).size() >= MOST) {
      return new Refused.TooManyAccreditations(MOST);
    }
    Accreditation recorded = new Accreditation(ids.next(), organisation.id(), terms, null);
    accreditations.add(recorded);
    Organisation changed = organisation.touched();
    organisations.update(changed);
    announcement.announce(changed);
    audit.record(
        "accreditation.recorded",
        "accreditation",
        recorded.id(),
        Map.of("organisation", organisation.id()));
    return new Recording.Recorded(recorded);
  }
}
