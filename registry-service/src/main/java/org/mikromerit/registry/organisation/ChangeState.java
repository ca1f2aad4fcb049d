package org.mikromerit.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.kit.audit.Audit;

/** The next state of an organisation: written, announced and audited in one transaction. */
@ApplicationScoped
class ChangeState {
  private final Organisations organisations;
  private final AnnounceOrganisation announcement;
  private final Audit audit;
  private final InstantSource clock;

  ChangeState(
      Organisations organisations,
      AnnounceOrganisation announcement,
      Audit audit,
      InstantSource clock) {
    this.organisations = organisations;
    this.announcement = announcement;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Moves a locked organisation on.
   *
   * @param reason as it is published
   */
  Organisation to(OrganisationState next, Organisation organisation, @Nullable String reason) {
    Organisation changed = organisation.become(next, clock.instant(), reason);
    organisations.update(changed);
    announcement.announce(changed);
    audit.record(
        "organisation.state-changed",
        "organisation",
        changed.id(),
        Map.of("from", organisation.state(), "to", next));
    return changed;
  }
}
