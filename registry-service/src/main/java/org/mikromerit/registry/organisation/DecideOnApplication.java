package org.mikromerit.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.kit.audit.Audit;

/** An authority authorises an organisation, or refuses it. */
@ApplicationScoped
public class DecideOnApplication {
  private final Organisations organisations;
  private final AnnounceOrganisation announcement;
  private final Audit audit;
  private final InstantSource clock;

  DecideOnApplication(
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
   * Decides, if the organisation waits for a decision.
   *
   * @param decider the organisation that whoever decides belongs to, if to any
   */
  @Transactional
  public Outcome decide(UUID id, Decision decision, Optional<UUID> decider) {
    if (decider.filter(id::equals).isPresent()) {
      return new Refused.OwnOrganisation(id);
    }
    return organisations
        .locked(id)
        .map(organisation -> decide(organisation, decision))
        .orElseGet(() -> new Refused.NoSuchOrganisation(id));
  }

  private Outcome decide(Organisation organisation, Decision decision) {
    return switch (decision) {
      case Decision.Authorise(String reason) ->
          move(organisation, OrganisationState.AUTHORISED, reason);
      case Decision.Refuse(String reason) -> move(organisation, OrganisationState.REFUSED, reason);
    };
  }

  private Outcome move(Organisation organisation, OrganisationState next, @Nullable String reason) {
    if (!organisation.mayBecome(next)) {
      return new Refused.WrongState(organisation.state(), next);
    }
    Organisation changed = organisation.become(next, clock.instant(), reason);
    organisations.update(changed);
    announcement.announce(changed);
    audit.record(
        "organisation.decided",
        "organisation",
        changed.id(),
        Map.of("from", organisation.state(), "to", next));
    return new Outcome.Accepted(changed);
  }
}
