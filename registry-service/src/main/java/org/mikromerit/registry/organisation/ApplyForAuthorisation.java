package org.mikromerit.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.credential.did.DidWeb;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.kit.audit.Audit;

/** An organisation asks to be allowed to issue. */
@ApplicationScoped
public class ApplyForAuthorisation {
  private final Organisations organisations;
  private final Applications applications;
  private final AnnounceOrganisation announcement;
  private final Audit audit;
  private final PublicAddress address;
  private final InstantSource clock;

  ApplyForAuthorisation(
      Organisations organisations,
      Applications applications,
      AnnounceOrganisation announcement,
      Audit audit,
      PublicAddress address,
      InstantSource clock) {
    this.organisations = organisations;
    this.applications = applications;
    this.announcement = announcement;
    this.audit = audit;
    this.address = address;
    this.clock = clock;
  }

  /**
   * Files an application, the first or one after a refusal.
   *
   * @param by the applicant's subject, who is then no authority over it
   */
  @Transactional
  public Outcome apply(UUID id, Profile profile, String by) {
    Instant now = clock.instant();
    Organisation applying = Organisation.applying(id, didOf(id), profile, now);
    if (organisations.add(applying)) {
      return filed(applying, by, now);
    }
    return organisations
        .locked(id)
        .filter(known -> known.mayBecome(OrganisationState.APPLIED))
        .map(refused -> filedAgain(refused.applyingAgain(profile, now), by, now))
        .orElseGet(() -> new Refused.AlreadyApplied(id));
  }

  private Outcome filedAgain(Organisation applying, String by, Instant now) {
    organisations.update(applying);
    return filed(applying, by, now);
  }

  private Outcome filed(Organisation applying, String by, Instant now) {
    applications.file(applying.id(), by, now);
    announcement.announce(applying);
    audit.record(
        "organisation.applied",
        "organisation",
        applying.id(),
        Map.of("governanceModel", applying.profile().governanceModel()));
    return new Outcome.Accepted(applying);
  }

  private String didOf(UUID organisation) {
    return DidWeb.of(address.url(), "organisations", organisation.toString()).value();
  }
}
